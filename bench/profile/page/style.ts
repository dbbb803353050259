/** How the flame-graph page looks, by day and by night. */
export const style = `
:root { color-scheme: light dark; --back: #fff; --ink: #1c1e21; --faint: #6a6f76; --line: #d5d8dc; }
@media (prefers-color-scheme: dark) {
  :root { --back: #16181b; --ink: #e6e7e9; --faint: #9aa0a7; --line: #3a3e44; }
}
body { margin: 1.5rem auto; padding: 0 1.5rem; max-width: 1400px; background: var(--back); color: var(--ink);
  font: 15px/1.45 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.35rem; }
p { margin: .35rem 0 .8rem; }
.controls { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; position: sticky; top: 0; padding: .4rem 0;
  background: var(--back); }
input, button { font: inherit; padding: .25rem .6rem; color: inherit; background: var(--back); border: 1px solid var(--line);
  border-radius: 5px; }
#details { color: var(--faint); font-size: .9rem; min-height: 1.4em; overflow-wrap: anywhere; }
#graph { overflow: hidden; }
.d3-flame-graph rect { stroke: var(--back); stroke-width: 1; }
.d3-flame-graph .frame { cursor: pointer; }
.d3-flame-graph .frame:hover rect { stroke: var(--ink); }
.d3-flame-graph .fade { opacity: .55; }
.d3-flame-graph-label { margin: 0 4px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; text-align: left;
  font: 12px/20px ui-monospace, monospace; color: #17181a; }
.legend, th { color: var(--faint); font-size: .9rem; }
.legend span { padding: 0 .4rem; border-radius: 3px; color: #17181a; white-space: nowrap; }
.own { background: hsl(30 88% 64%); }
.other { background: hsl(205 50% 70%); }
.aside { background: hsl(220 8% 70%); }
table { border-collapse: collapse; margin-top: 1rem; font-variant-numeric: tabular-nums; }
th { font-weight: normal; text-align: left; }
td, th { padding: .15rem .8rem .15rem 0; }
td:nth-child(-n + 4) { text-align: right; }
th[colspan] { text-align: right; }
tbody tr { border-top: 1px solid var(--line); }
`;
