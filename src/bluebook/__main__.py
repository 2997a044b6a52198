"""python -m bluebook."""

from bluebook.cli import main

raise SystemExit(main())
