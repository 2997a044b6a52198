"""Charts: facts to a Vega-Lite spec (a plain dict), and a spec to SVG."""
