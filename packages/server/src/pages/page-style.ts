/** The one style sheet of all plain pages: start page, demo shop, redirect pages. */
export const pageStyle = `
:root { color-scheme: light dark; --edge: #8885; --accent: #e4572e; --soft: #8881 }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .6rem 0 }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem }
a { color: var(--accent); overflow-wrap: anywhere }
img { max-width: 100%; height: auto; border-radius: .5rem }
pre { overflow-x: auto; padding: .8rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--soft);
  font-size: .85rem; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere }
code { font-family: ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse; font-size: .95rem }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem .35rem 0; border-bottom: 1px solid var(--edge) }
form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: .8rem 0 }
label { display: flex; flex-direction: column; gap: .2rem; font-size: .9rem }
input { font: inherit; padding: .45rem .6rem; border: 1px solid var(--edge); border-radius: .4rem; max-width: 100% }
.stack { flex-direction: column; align-items: stretch; max-width: 24rem }
button { font: inherit; padding: .5rem 1.1rem; border: 0; border-radius: .4rem; background: var(--accent); color: #fff;
  cursor: pointer }
.plain { background: var(--soft); color: inherit; border: 1px solid var(--edge) }
.price { color: var(--accent); font-size: 1.5rem; font-weight: 600 }
.was { text-decoration: line-through; opacity: .6 }
.note { font-size: .9rem; opacity: .8 }
.problem { border-left: 4px solid var(--accent); padding: .4rem .8rem; background: var(--soft) }
.tag { display: inline-block; padding: 0 .5rem; border: 1px solid var(--accent); border-radius: 1rem; color: var(--accent);
  font-size: .85rem }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .8rem; padding: 0;
  list-style: none }
.cards li { border: 1px solid var(--edge); border-radius: .6rem; padding: .6rem; overflow: hidden }
.hero { display: grid; gap: 1rem }
/* a page that asks one thing */
.middle { max-width: 32rem; margin: 0 auto }
.narrow { max-width: 22rem; margin: 0 auto }
.narrow button { width: 100% }
@media (min-width: 40rem) { .hero { grid-template-columns: 18rem 1fr } }
`
