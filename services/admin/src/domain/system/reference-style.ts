export const referenceStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f5f5f7, #000); color: light-dark(#1d1d1f, #f5f5f7); }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 6rem; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; }
a { color: light-dark(#0058b0, #5eb0ff); }
h2 { margin: 2.5rem 0 .75rem; }
h3 { margin: 1rem 0 .25rem; font-size: .95rem; }
details { margin: .5rem 0; padding: 0 1rem; border-radius: .75rem; background: light-dark(#fff, #1c1c1e); }
details[open] { padding-bottom: 1rem; }
summary { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; padding: .75rem 0; cursor: pointer; }
summary b { min-width: 4rem; font-size: .8rem; }
summary span { color: light-dark(#515154, #aeaeb2); }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
td { padding: .3rem .75rem .3rem 0; border-top: 1px solid light-dark(#e5e5ea, #38383a); vertical-align: top; }
td:first-child { width: 30%; }
`.trimStart();
