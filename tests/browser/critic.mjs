// What a browser has against a page that a server gives it.

import { listen, stay } from "./site.mjs";

/** A page of the browser that tells what the browser has against each address it opens. */
export async function critic(browser, server) {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.violations.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const complaints = listen(page, (request) => request.startsWith(server.root));
  return async (url, target) => {
    if (target) await stay(page, target);
    const response = await page.goto(url);
    const { violations, styled, links } = await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
      return {
        violations: globalThis.violations,
        styled: [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0),
        links: [...document.querySelectorAll("a[href], link[rel=stylesheet]")].map((one) => one.href),
      };
    });
    // The browser sends its messages in its own time; a round trip brings what is under way.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))));
    if (target) await page.unrouteAll();
    const said = [...complaints.splice(0).filter((one) => !(target && one.includes("net::ERR_ABORTED"))), ...violations];
    if (!styled) said.push("no stylesheet");
    return { status: response.status(), said, links };
  };
}
