"""Rules of statisticians: held against the facts and one another; outliers."""
