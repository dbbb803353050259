/** How the timeline page looks, by day and by night. The canvas takes its colours from here. */
export const style = `
:root { color-scheme: light dark; --back: #fff; --ink: #1c1e21; --faint: #5f656d; --line: #d9dce0; --band: #f5f6f8;
  --accent: #b3126d; --running: #4caf6d; --runnable: #f0b429; --channel: #4f8fe0; --lock: #d9534f; --sleep: #a3a9b1;
  --syscall: #1fa3a3; --other: #9467bd; }
@media (prefers-color-scheme: dark) {
  :root { --back: #16181b; --ink: #e6e7e9; --faint: #a0a6ad; --line: #33373c; --band: #1c1f23; --accent: #ff7ac2;
    --sleep: #757c85; }
}
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; display: grid; grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr) 320px; background: var(--back);
  color: var(--ink); font: 14px/1.4 system-ui, sans-serif; }
header, .controls, footer { grid-column: 1 / -1; padding: .4rem .8rem; }
header { padding-bottom: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; }
h1 { margin: 0; font-size: 1.1rem; }
header details { flex-basis: 100%; color: var(--faint); }
header dl, aside dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem .8rem; margin: .4rem 0; }
header dl { max-height: 40vh; overflow: auto; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; border-bottom: 1px solid var(--line); }
input, button { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 5px;
  padding: .15rem .55rem; }
input { width: 17rem; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
#hover { color: var(--faint); flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
#area { position: relative; min-height: 0; overflow: hidden; }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; touch-action: none; cursor: grab; }
aside { border-left: 1px solid var(--line); padding: .6rem .8rem; overflow: auto; }
aside h2 { margin: 0 0 .4rem; font-size: 1rem; }
aside p { color: var(--faint); }
aside dd button { text-align: left; padding: 0 .4rem; }
kbd { font: inherit; border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem; }
footer { border-top: 1px solid var(--line); color: var(--faint); font-size: .85rem; display: flex; flex-wrap: wrap; gap: .1rem 1rem; }
footer i { display: inline-block; width: .9em; height: .9em; margin-right: .35em; border-radius: 2px; vertical-align: -.1em; }
footer i.low { height: .45em; vertical-align: 0; }
@media (max-width: 820px) {
  body { grid-template: auto auto minmax(0, 1fr) minmax(0, 14rem) auto / minmax(0, 1fr); }
  aside { border-left: 0; border-top: 1px solid var(--line); }
}
`;
