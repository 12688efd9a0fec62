// The board in a real browser: node board_test.cjs BOARD.html SCREENSHOTS
// It must be whole without a network, accessible in light and dark, readable on a phone and on paper, and usable
// without a mouse.
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');
const { pathToFileURL } = require('url');
const { chromium } = require('playwright-core');

const [board, pictures] = process.argv.slice(2);
const url = pathToFileURL(path.resolve(board)).href;
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const failures = [];

function check(good, what) {
  if (good) return;
  failures.push(what);
  console.error(`failed: ${what}`);
}

// A page of its own, with everything it asks for and complains of.
async function open(browser, viewport, colorScheme) {
  const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', (request) => { if (request.url() !== url) requests.push(request.url()); });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, requests, complaints, close: () => context.close() };
}

const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));

async function accessible(browser, viewport, scheme) {
  const name = `${viewport.width} px, ${scheme}`;
  const { page, requests, complaints, close } = await open(browser, viewport, scheme);
  await page.screenshot({ path: path.join(pictures, `${viewport.width}-${scheme}-folded.png`) });
  await unfold(page);
  await page.screenshot({ path: path.join(pictures, `${viewport.width}-${scheme}.png`), fullPage: true });
  const { scrolled, seen } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }));
  check(scrolled <= seen, `${name}: the page is ${scrolled} px wide and scrolls sideways`);
  // On a desk every column of the contracts is seen at once.
  const cut = await page.evaluate(() => [...document.querySelectorAll('.scroll')]
    .filter((one) => one.querySelector('table') && one.scrollWidth > one.clientWidth).length);
  if (viewport === desk) check(cut === 0, `${name}: ${cut} tables do not fit`);
  check(complaints.length === 0, `${name}: the console says ${complaints}`);
  check(requests.length === 0, `${name}: the page asks for ${requests}`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const { id, help, nodes } of violations)
    check(false, `${name}: axe ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(' | ')}`);
  await close();
}

// Tab reaches the skip link first, then each client, and Enter opens and Space closes it.
async function withoutMouse(browser) {
  const { page, close } = await open(browser, desk, 'light');
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    return {
      tag: element.tagName,
      skips: element.className === 'skip' && element.getBoundingClientRect().top >= 0,
      outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
    };
  });
  const above = await page.evaluate(() => document.querySelector('.skip').getBoundingClientRect().bottom <= 0);
  check(above, 'the link to the content is out of sight until it has the focus');
  await page.keyboard.press('Tab');
  check((await focused()).skips, 'the first Tab shows the link to the content');
  const clients = await page.locator('details').count();
  check(clients > 1, 'the board has clients to open');
  let opened = 0;
  for (let presses = 0; presses < 200 && opened < clients; ++presses) {
    await page.keyboard.press('Tab');
    const { tag, outlined } = await focused();
    check(outlined, `the focus on ${tag} is seen`);
    if (tag !== 'SUMMARY') continue;
    ++opened;
    const isOpen = () => page.evaluate(() => document.activeElement.parentElement.open);
    await page.keyboard.press('Enter');
    check(await isOpen(), `Enter opens client ${opened}`);
    await page.keyboard.press('Space');
    check(!(await isOpen()), `Space closes client ${opened}`);
  }
  check(opened === clients, `the keyboard reaches ${opened} of ${clients} clients`);
  await close();
}

// What is folded on the screen stands on paper.
async function onPaper(browser) {
  const { page, close } = await open(browser, desk, 'dark');
  const file = path.join(pictures, 'board.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const flat = (words) => words.replace(/\s+/g, '');
  const titles = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, caption, figcaption')].map((one) => one.textContent));
  check(titles.length > 5, 'the board has titles');
  for (const title of titles) check(flat(text).includes(flat(title)), `"${title}" stands on paper`);
  await close();
}

(async () => {
  fs.mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.KVIT_BROWSER || '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    for (const viewport of [desk, phone])
      for (const scheme of ['light', 'dark']) await accessible(browser, viewport, scheme);
    await withoutMouse(browser);
    await onPaper(browser);
  } finally {
    await browser.close();
  }
  if (failures.length > 0) process.exit(1);
  console.log(`${board}: self-contained, accessible, readable on a phone and on paper, without a mouse`);
})();
