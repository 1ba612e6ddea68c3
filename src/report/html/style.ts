import { customProperties, dark, light } from './palette.ts';

/** The page's style sheet. Kinds differ by symbol and border style before they differ by colour. */
export const style = `
:root{color-scheme:light dark;${customProperties(light)}--serif:ui-serif,Charter,"Iowan Old Style","PT Serif",Georgia,"Liberation Serif",serif;--sans:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{${customProperties(dark)}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding:3.5rem 0 5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans)}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 2rem}
header{padding-top:2.5rem}
main section{margin-top:3.25rem}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;margin:0;overflow-wrap:anywhere}
h1{font-size:2.5rem;letter-spacing:-.01em}
h2{font-size:1.75rem}
h2+.findings,h2+.scroll,h2+.part{margin-top:1rem}
h3{font-size:1.2rem;margin:2.5rem 0 .75rem}
p{margin:.5rem 0;max-width:44rem}
a{color:inherit;text-decoration-color:var(--muted);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--added);outline-offset:2px}
.eyebrow,.tag,th,dt{font-size:.78rem;letter-spacing:.04em;color:var(--muted);font-weight:500}
.eyebrow{letter-spacing:.09em;text-transform:uppercase;margin:0 0 .6rem}
.lede{font:1.2rem/1.5 var(--serif);margin-top:.9rem}
.quiet{color:var(--muted)}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem}
.verdicts{list-style:none;margin:1.75rem 0 0;padding:0;border-top:2px solid var(--ink)}
.verdicts>li{display:grid;grid-template-columns:11rem 1fr 16rem;gap:.25rem 2rem;padding:.9rem 0;border-bottom:1px solid var(--line);align-items:baseline}
.verdicts h2{font-size:1.2rem}
.verdicts p{margin:0}
.sums{text-align:right}
.sums .counts{justify-content:flex-end}
.verdicts .quiet{font-size:.9rem}
.verdicts .strip+p{margin-top:.3rem}
.strip{display:block;width:100%;height:1.5rem;margin-top:.6rem}
.counts{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0;padding:0;font-variant-numeric:tabular-nums}
.counts a,.severity{white-space:nowrap}
.severity{font-size:.85rem;font-weight:600}
.error{color:var(--missing)}
.warning{color:var(--damaged)}
.info{color:var(--muted)}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.95rem}
caption{text-align:left;color:var(--muted);font-size:.9rem;padding:0 0 .8rem;max-width:44rem}
th,td{text-align:left;vertical-align:top;padding:.6rem .9rem;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
thead th:first-child{padding-left:0}
.scroll{overflow-x:auto}
.scroll+.quiet,.part+.quiet{margin-top:1.2rem}
.synopsis{width:auto;min-width:100%}
.synopsis th[scope=row]{font:.95rem/1.4 var(--serif);color:var(--ink);letter-spacing:0;max-width:34rem;min-width:12rem;padding-left:0;position:sticky;left:0;background:var(--paper)}
.synopsis td{white-space:nowrap;font-size:.88rem}
.synopsis td a{display:block;text-decoration:none;border-left:4px solid transparent;padding:0 .5rem}
.synopsis td a:hover{text-decoration:underline}
.synopsis td a+a{margin-top:.2rem}
.state-kept,.state-similar,.state-aside,.state-own{color:var(--muted)}
.state-missing{color:var(--missing);background:var(--missing-tint);border-left-style:dashed!important;border-left-color:var(--missing)!important}
.state-added{color:var(--added);background:var(--added-tint);border-left-style:solid!important;border-left-color:var(--added)!important}
.state-damaged{color:var(--damaged);background:var(--damaged-tint);border-left-style:double!important;border-left-color:var(--damaged)!important}
.state-words-missing{color:var(--missing);border-left-style:dotted!important;border-left-color:var(--missing)!important}
.state-words-added{color:var(--added);border-left-style:dotted!important;border-left-color:var(--added)!important}
.side.state-missing,.side.state-added{color:var(--ink)}
.ribbon{margin:1.75rem 0 0}
.ribbon [data-to]{cursor:pointer}
.ribbon [data-to]:hover{opacity:.7}
.ribbon svg{display:block;width:100%;height:8.5rem;overflow:visible}
.ribbon p,.ribbon figcaption{font-size:.85rem;color:var(--muted);margin:.3rem 0;max-width:none}
.ribbon figcaption{margin-top:.8rem}
.bar{fill:var(--muted)}
.bar-aside{fill:var(--line)}
.bar-kept{fill:var(--muted)}
.bar-missing{fill:var(--missing)}
.bar-added{fill:var(--added)}
.strip .bar-added{fill:var(--added-tint);stroke:var(--added);stroke-width:1.5}
.strip .bar-missing{fill:var(--missing-tint);stroke:var(--missing);stroke-width:1.5;stroke-dasharray:3 2}
.bar-damaged{fill:var(--damaged-tint);stroke:var(--damaged);stroke-width:1.5}
.tie{fill:var(--muted);fill-opacity:.16}
.tie-words-missing,.tie-words-added{fill:var(--missing);fill-opacity:.2;stroke:var(--missing);stroke-width:1;stroke-dasharray:2 3}
.tie-words-added{fill:var(--added);stroke:var(--added)}
.tie-damaged{fill:var(--damaged-tint);fill-opacity:1;stroke:var(--damaged);stroke-width:1.5}
.tie-moved{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:7 3 2 3}
.stub-missing{fill:var(--missing-tint);stroke:var(--missing);stroke-width:1.5;stroke-dasharray:4 3}
.stub-added{fill:var(--added-tint);stroke:var(--added);stroke-width:1.5}
.findings{list-style:none;margin:0;padding:0}
.findings li{display:grid;grid-template-columns:6.5rem 1fr auto;gap:.1rem 1rem;padding:.55rem 0;border-bottom:1px solid var(--line);align-items:baseline}
.findings p{margin:0}
.rule{color:var(--muted);font-size:.85rem;white-space:nowrap}
.places{font-size:.88rem;display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:flex-end;font-variant-numeric:tabular-nums}
.aligned{table-layout:fixed}
.aligned .c-number{width:6.5rem}
.aligned .c-note{width:23%}
.aligned thead th{position:sticky;top:0;background:var(--paper);z-index:1}
.aligned td{font:1.02rem/1.6 var(--serif);overflow-wrap:anywhere}
.aligned th[scope=row],.aligned thead th:first-child{padding-left:.6rem}
.aligned th[scope=row]{line-height:1.6}
.aligned th[scope=row] span{display:block;background:none;border-left-width:0}
.aligned th[scope=row] b{font-size:.9rem;color:var(--ink);font-variant-numeric:tabular-nums}
.aligned td.note{font:.88rem/1.5 var(--sans)}
.note p{margin:0 0 .5rem}
.aligned td.side{padding-left:calc(.9rem + 4px)}
.aligned td.side.state-missing,.aligned td.side.state-added{padding-left:.9rem;border-left-width:4px}
.tag{font-family:var(--sans);margin-right:.5rem;font-style:italic}
.sentence+.sentence{margin-left:.3em}
.gap{color:var(--muted);font-style:italic;font-size:.92rem}
del,ins,mark{color:inherit;background:none;text-decoration:none;border-radius:2px;padding:0 .1em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
del{background:var(--missing-tint);border-bottom:2px dashed var(--missing)}
ins{background:var(--added-tint);border-bottom:2px solid var(--added)}
mark{background:var(--damaged-tint);border-bottom:3px double var(--damaged)}
mark.unrelated{color:var(--muted);background:none;border-bottom:2px dotted var(--muted)}
.whole.whole{background:none;border-bottom:0;padding:0}
.first::before{font:600 .85em var(--sans);margin-right:.2em}
del.first::before{content:"\\2212";color:var(--missing)}
ins.first::before{content:"+";color:var(--added)}
mark.first::before{content:"!";color:var(--damaged)}
mark.unrelated.first::before{content:"\\d7";color:var(--muted)}
:target,tr:focus{outline:3px solid var(--added);outline-offset:-1px}
section:target,h2:target{outline:0}
summary{cursor:pointer;margin:1.25rem 0;color:var(--muted)}
.part{border-bottom:1px solid var(--line)}
.part summary{margin:0;padding:.55rem 0;font-size:.92rem}
.part summary b{color:var(--ink);display:inline-block;min-width:11.5rem;font-variant-numeric:tabular-nums}
.part[open]{padding-bottom:1.5rem}
.keys{position:sticky;bottom:1rem;z-index:2;display:flex;align-items:center;flex-wrap:wrap;gap:.35rem;width:fit-content;max-width:calc(100% - 2rem);margin:2rem auto 0;padding:.4rem;background:var(--panel);border:1px solid var(--line);border-radius:.6rem}
.keys[hidden]{display:none}
.count{font-size:.88rem;color:var(--muted);min-width:5.2rem;text-align:center;font-variant-numeric:tabular-nums}
button{font:.88rem var(--sans);color:var(--ink);background:none;border:1px solid transparent;border-radius:.35rem;padding:.35rem .7rem;cursor:pointer}
button:hover{border-color:var(--muted)}
button[aria-pressed=true]{border-color:var(--ink);font-weight:600}
kbd{font:600 .8rem var(--sans);border:1px solid var(--line);border-radius:.25rem;padding:0 .3rem;margin-left:.35rem;color:var(--muted)}
.only-findings tbody tr:not([data-told]),.only-findings details:has(table):not(:has([data-told])){display:none}
footer{margin-top:4rem;padding-top:1.25rem;padding-bottom:4rem;color:var(--muted);font-size:.85rem}
@media screen and (max-width:46rem){
header,main,footer{padding-left:1.1rem;padding-right:1.1rem}
header{padding-top:2rem}
h1{font-size:2rem}
main section{margin-top:3rem}
.verdicts>li,.findings li{grid-template-columns:1fr;gap:.15rem}
.places{justify-content:flex-start}
.sums{text-align:left}
.sums .counts{justify-content:flex-start}
.aligned,.aligned caption,.aligned tbody,.aligned tr,.aligned td,.aligned th,.synopsis,.synopsis caption,.synopsis tbody,.synopsis tr,.synopsis td,.synopsis th{display:block;width:auto}
.aligned colgroup,.aligned thead,.synopsis thead{display:none}
.synopsis tr{border-bottom:1px solid var(--line);padding:.6rem 0}
.synopsis td,.synopsis th[scope=row]{border-bottom:0;padding:.15rem 0;max-width:none}
.synopsis tr{display:flex;flex-wrap:wrap;gap:0 1.2rem}
.synopsis th[scope=row]{flex:1 0 100%;position:static}
.synopsis td{display:flex;gap:.2rem .3rem;flex-wrap:wrap;white-space:normal}
.synopsis td a+a{margin-top:0}
.synopsis td::before{content:attr(data-label);font:500 .75rem/1.8 var(--sans);color:var(--muted);overflow-wrap:anywhere}
.aligned tr{border-bottom:1px solid var(--line);padding:.9rem 0}
.aligned td,.aligned th{border-bottom:0;padding:.2rem 0}
.aligned th[scope=row],.aligned td.side,.aligned td.note{padding-left:.6rem;padding-right:.6rem}
.aligned th[scope=row] span{display:inline;padding-left:.4rem}
.aligned td.side{margin:.3rem 0}
.aligned td.side.state-missing,.aligned td.side.state-added{padding-left:calc(.6rem - 4px)}
.aligned td.side::before{content:attr(data-label);display:block;font:500 .75rem/1.5 var(--sans);color:var(--muted)}
.aligned td.note:empty{display:none}
kbd,.keys .wide{display:none}
.count{min-width:4.2rem}
.part summary b{display:block}
.keys{flex-wrap:nowrap;bottom:.5rem;max-width:100%;gap:0}
button{padding:.35rem .5rem}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (forced-colors:active){
.bar,.bar-aside,.bar-kept,.tie{fill:CanvasText}
.bar-missing,.bar-added,.bar-damaged{fill:Highlight}
.tie,.stub-missing,.stub-added{fill:Canvas;fill-opacity:1;stroke:CanvasText;stroke-width:1}
.tie-damaged{stroke-width:3}
.strip .bar-missing,.strip .bar-added{fill:Canvas;stroke:CanvasText}
del,ins,mark{border-color:CanvasText}
.synopsis .state-kept,.synopsis .state-aside,.synopsis .state-own{border-color:Canvas}
}
@page{margin:16mm 14mm}
@media print{
:root{color-scheme:light;${customProperties(light)}--paper:#fff}
html{font-size:72%}
.verdicts>li{grid-template-columns:9rem 1fr 15rem}
header,main,footer{max-width:none;padding:0}
.keys,.skip{display:none}
main section{margin-top:2rem}
tr,.findings li,.ribbon{break-inside:avoid}
h2,h3,caption{break-after:avoid}
thead{display:table-header-group}
.part::details-content{content-visibility:visible;block-size:auto}
.aligned thead th,.synopsis th[scope=row]{position:static}
}
`;

/** SHA-256 of the style sheet in Base64, by which the page's content security policy lets it in; a test compares them. */
export const styleHash = '4SeF7q96UQuJ4UEGuKYAMGP6IECj6TEVa/ZWzRngjgI=';
