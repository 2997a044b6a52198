"""How the page of a text and its claims looks: by light and dark, on screens and on paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c2733; --soft: #47586a; --paper: #fff; --line: #c9d3dc;
  --panel: #f5f7f9; --link: #0b4f8a; --level: #cfe5fa; --growth: #d3efd7; --change: #fbe6bf;
  --share: #e6dcf8; --rank: #dfe4e9; --bad: #a4161a; --open: #6a5300; --plan: #35506b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4eaf0; --soft: #a9b8c6; --paper: #12181f;
  --line: #3a4653; --panel: #1a222b; --link: #8cc4f5; --level: #17405f; --growth: #1d4a2a;
  --change: #554012; --share: #3b2f5c; --rank: #37424e; --bad: #ff9d94; --open: #f0d27a;
  --plan: #a5c4e2; } }
* { box-sizing: border-box; }
body { color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 96rem;
  padding: 1rem 1.25rem; font: 1rem/1.75 system-ui, "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.4rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
section:only-child > h2 { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); }
header p { color: var(--soft); margin: .25rem 0 .5rem; }
fieldset { border: 1px solid var(--line); border-radius: .4rem; display: flex; flex-wrap: wrap;
  gap: .25rem 1rem; margin: 0; padding: .25rem .75rem .5rem; }
fieldset label { align-items: center; cursor: pointer; display: flex; gap: .35rem; }
fieldset label span { border-radius: .2rem; padding: 0 .35rem; }
.both { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  margin-top: 1rem; }
.text { overflow-wrap: anywhere; position: relative; tab-size: 12; white-space: pre-wrap; }
.list { max-height: 92vh; overflow: auto; position: sticky; top: 1rem; border: 1px solid var(--line);
  border-radius: .4rem; }
table { border-collapse: collapse; font-size: .875rem; line-height: 1.5; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left;
  vertical-align: top; }
thead th { background: var(--panel); position: sticky; top: 0; white-space: nowrap; }
tbody th { font-weight: 600; border-inline-start: .35rem solid transparent; white-space: nowrap; }
code { color: var(--soft); font-size: .8125rem; overflow-wrap: anywhere; }
td em { color: var(--bad); font-style: normal; } .one { position: relative; }
a { color: var(--link); }
.mark { border-bottom: 1px solid var(--soft); border-radius: .2rem; color: inherit; padding: .05rem .15rem; text-decoration: none; }
.mark.level, label.level span { background: var(--level); }
.mark.growth, label.growth span { background: var(--growth); }
.mark.change, label.change span { background: var(--change); }
.mark.share, label.share span { background: var(--share); }
.mark.rank, label.rank span { background: var(--rank); }
.mark.suspect, label.suspect span { outline: 2px solid var(--bad); outline-offset: -1px;
  text-decoration: line-through wavy var(--bad); text-decoration-thickness: 1px; }
label.suspect span { text-decoration: none; }
.mark.suspect::before, label.suspect span::before { color: var(--bad); content: "! ";
  font-weight: 700; }
.mark.unknown, label.unknown span { border-bottom: 2px dotted var(--open); border-radius: 0; }
.mark.unknown::before, label.unknown span::before { color: var(--open); content: "? ";
  font-weight: 700; }
.mark.plan, label.plan span { border-bottom: 2px dashed var(--plan); border-radius: 0; }
tr.level th { border-color: var(--level); } tr.growth th { border-color: var(--growth); }
tr.change th { border-color: var(--change); } tr.share th { border-color: var(--share); }
tr.rank th { border-color: var(--rank); } tr.suspect th { border-color: var(--bad); }
tr.unknown th { border-color: var(--open); } tr.plan th { border-color: var(--plan); }
thead tr th { border-inline-start: 0; }
.tip { background: var(--ink); border-radius: .4rem; color: var(--paper); display: none;
  font-size: .875rem; left: 0; line-height: 1.5; max-width: 60vw; padding: .5rem .75rem;
  position: absolute; top: 1.7em; white-space: normal; width: max-content; z-index: 2; }
.mark:hover + .tip, .mark:focus-visible + .tip { display: block; }
.mark:hover, .mark:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
:target { outline: 3px solid var(--link); outline-offset: 1px; }
tr:target { background: var(--panel); }
@media (max-width: 60rem) { .both { grid-template-columns: minmax(0, 1fr); }
  .list { max-height: none; position: static; } }
@media print { .tip, fieldset input { display: none !important; } .list { max-height: none;
  overflow: visible; } .both { grid-template-columns: minmax(0, 1fr); } }
""" + "".join(
    f"body:has(#show-{kind}:not(:checked)) tr.{kind} {{ display: none; }}\n"
    f"body:has(#show-{kind}:not(:checked)) .mark.{kind} {{ background: none; border: 0;"
    " outline: 0; text-decoration: none; }\n"
    f'body:has(#show-{kind}:not(:checked)) .mark.{kind}::before {{ content: ""; }}\n'
    for kind in ("level", "growth", "change", "share", "rank", "unknown", "suspect", "plan")
)
