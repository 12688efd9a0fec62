#pragma once
// The style sheet of every page: the PDF's ink and accent, system fonts, a sheet on a wide screen,
// the bare page on a phone and on paper.

#include <string_view>

namespace kvit::html {

inline constexpr std::string_view style_sheet = R"css(
:root {
  color-scheme: light dark;
  --paper: #fff; --desk: #eef1f2; --ink: #1b2226; --muted: #566269; --line: #d5dcdf;
  --accent: #0f5661; --tint: #f1f6f6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171c1f; --desk: #0f1315; --ink: #e7ecee; --muted: #a3b0b6; --line: #364046;
    --accent: #6fc1cb; --tint: #1e2629;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--desk); color: var(--ink);
  font: 1rem/1.5 Lato, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
.sheet { max-width: 52rem; margin: 2rem auto; padding: 3rem; background: var(--paper); }
.sheet.wide { max-width: 84rem; }
.wide .cards { font-size: .8125rem; }
.wide .cards th { font-size: inherit; }
.wide .cards :is(th, td):not(:first-child) { padding-left: .3rem; }
.wide .cards :is(th, td):not(:last-child) { padding-right: .3rem; }
p { margin: 0 0 .75rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 2rem 0 1rem; color: var(--accent); }
h2, caption { font-size: 1.1rem; line-height: 1.3; margin: 2rem 0 .5rem; font-weight: 700; }
caption { margin: 0; padding-bottom: .5rem; text-align: left; }
.letterhead { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem 3rem;
  border-bottom: 2px solid var(--accent); padding-bottom: 1.25rem; margin-bottom: 2rem; }
.letterhead .name { font-size: 1.5rem; line-height: 1.25; font-weight: 700; margin: 0;
  flex: 1 1 16rem; }
.letterhead address, .small, footer, .label { font-size: .85rem; color: var(--muted); }
address { font-style: normal; }
.parties { display: flex; flex-wrap: wrap; gap: 1.5rem 3rem; margin-bottom: 2rem; }
.parties > * { flex: 1 1 16rem; margin: 0; }
.parties .label { margin: 0; }
.parties address > :first-child { font-weight: 700; }
dl { margin: 0; }
dl > div { display: flex; justify-content: space-between; gap: 1.5rem; padding: .15rem 0; }
dt { color: var(--muted); flex: 0 1 auto; }
dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
.strong { font-weight: 700; }
.strong dt { color: inherit; }
.scroll { overflow-x: auto; margin: 1.5rem 0; }
.scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .5rem .75rem; text-align: left; vertical-align: top; font-weight: inherit;
  border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: .85rem; font-weight: 700; color: var(--accent); vertical-align: bottom;
  border-bottom: 2px solid var(--accent); }
.right { text-align: right; }
td.right { white-space: nowrap; }
.totals { max-width: 26rem; margin: 0 0 2rem auto; }
.totals > .strong:last-child { border-top: 2px solid var(--accent); margin-top: .4rem;
  padding-top: .5rem; font-size: 1.25rem; color: var(--accent); }
.payment { border: 1px solid var(--accent); background: var(--tint); padding: 1.25rem 1.5rem;
  margin: 2rem 0; break-inside: avoid; }
.payment h2 { margin: 0 0 .5rem; color: var(--accent); }
.payment dl > div { justify-content: flex-start; }
.payment dt { flex: 0 0 12rem; }
.wide .payment dl { columns: 20rem; }
.wide .payment dl > div { break-inside: avoid; }
.payment dd { text-align: left; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figcaption { font-weight: 700; }
figure .small { font-weight: 400; margin: 0; }
figure .scroll { margin: .5rem 0; }
svg { display: block; font-size: 10px; fill: var(--muted); }
svg .bar { fill: var(--accent); stroke: var(--accent); stroke-width: 1.5; }
svg .hollow { fill: var(--paper); stroke-dasharray: 3 2; }
svg .value { fill: var(--ink); font-weight: 700; }
svg .zero { stroke: var(--ink); stroke-width: 1; }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { padding: .75rem 0; cursor: pointer; }
summary h3 { display: inline; font-size: 1rem; margin: 0; }
summary:focus-visible, .skip:focus-visible { outline: 2px solid var(--accent);
  outline-offset: 2px; }
.skip { position: absolute; left: .5rem; bottom: 100%; padding: .5rem 1rem;
  background: var(--paper); color: var(--accent); }
.skip:focus { top: .5rem; bottom: auto; }
hr.page-break { border: 0; border-top: 1px solid var(--line); margin: 3rem 0; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .75rem; }
@media (max-width: 40rem) {
  .sheet { margin: 0; padding: 1.25rem; }
  h1 { font-size: 1.5rem; }
  .payment dl > div { flex-direction: column; gap: 0; }
  .payment dt { flex: none; }
}
@media screen and (max-width: 40rem) {
  .wide .cards { font-size: 1rem; }
  .wide .cards :is(th, td):nth-child(n) { padding-left: 0; padding-right: 0; }
  .cards, .cards caption, .cards tbody, .cards tr { display: block; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); }
  .cards tr { border-bottom: 2px solid var(--line); padding: .75rem 0; }
  .cards td, .cards tbody th { display: flex; justify-content: space-between; gap: 1rem;
    padding: .15rem 0; border: 0; text-align: right; white-space: normal; }
  .cards tbody th { font-weight: 700; text-align: left; }
  .cards td::before { content: attr(data-label); color: var(--muted); text-align: left;
    flex: 0 0 40%; font-weight: 400; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #1b2226; --muted: #566269; --line: #d5dcdf;
    --accent: #0f5661; --tint: #f1f6f6; }
  @page { size: A4; margin: 20mm; }
  @page wide { size: A4 landscape; margin: 15mm; }
  .wide { page: wide; }
  .wide .cards { font-size: 8pt; }
  .skip { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; break-after: avoid; }
  svg { max-width: 100%; height: auto; }
  body { background: none; font-size: 9.5pt; }
  .sheet, .sheet.wide { max-width: none; margin: 0; padding: 0; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  hr.page-break { border: 0; margin: 0; break-after: page; }
  tr, .totals { break-inside: avoid; }
  .totals { break-before: avoid; }
  h1, h2 { break-after: avoid; }
}
)css";

}  // namespace kvit::html
