"""How the page of a report looks, in light and dark, on a screen and on paper."""

PAGE_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --del: #d7303033;
  --ins: #1a9c4a33; --move: #2f6fd233; --accent: #2f6fd2; --failed: #c42020; }
@media (prefers-color-scheme: dark) { :root { --del: #f0505066; --ins: #30b06055;
  --move: #5090ff44; --accent: #80b0ff; --failed: #ff8080; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1.5rem; }
h1 { font-size: 1.5rem; margin: 0; } header p { margin: .25rem 0 1.5rem; opacity: .75; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; overflow-wrap: anywhere; }
nav ol { margin: 0; padding-left: 1.5rem; } a { color: var(--accent); }
nav span { font-size: .8rem; opacity: .75; } .failed { color: var(--failed); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .5rem 0 1rem; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .75rem .25rem 0; text-align: left;
  vertical-align: top; }
td:first-child { font-variant-numeric: tabular-nums; white-space: nowrap; }
summary { cursor: pointer; }
.comparison { border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
.row { display: grid; grid-template-columns: 1fr 1fr; }
.row + .row, .row + .skipped, .skipped + .row { border-top: 1px solid var(--line); }
.row > div { padding: .5rem .75rem; min-width: 0; overflow-wrap: anywhere; }
.row > div + div { border-left: 1px solid var(--line); }
.row p { margin: 0; white-space: pre-wrap; }
.head { font-weight: 600; background: var(--soft); }
.same p { opacity: .6; }
.removed > div:first-child, del { background: var(--del); }
.added > div:last-child, ins { background: var(--ins); }
.moved-from > div:first-child, .moved-to > div:last-child { background: var(--move); }
.moved-from p, .removed p { opacity: .75; }
del, ins { text-decoration: none; border-radius: .2rem; }
del i, ins i { font-size: .75em; opacity: .8; }
.line, .label { float: right; font-size: .75rem; opacity: .7; margin-left: .75rem; }
.skipped { margin: 0; padding: .25rem .75rem; font-size: .8rem; opacity: .7;
  background: var(--soft); text-align: center; }
@media (max-width: 45rem) { .row { grid-template-columns: 1fr; }
  .row > div + div { border-left: 0; } .row > div:empty { display: none; }
  .same > div + div { display: none; } }
@media print { * { print-color-adjust: exact; } body { padding: 0; }
  .row, tr { break-inside: avoid; } h2 { break-after: avoid; } }
"""
