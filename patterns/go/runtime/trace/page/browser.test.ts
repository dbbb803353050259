/** The page in a real browser, with a hundred thousand events. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Go, go, goLike, int, makeChan, Mutex, range, run, WaitGroup, work } from "../../runtime.ts";
import { timeline } from "../timeline.ts";
import { timelinePage } from "../timeline-page.ts";
import { type Layout, pinnedRows, rowAt, rowHeight, x, y } from "./layout.ts";
import { rowsOf } from "./rows.ts";
import { zoomed } from "./view.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const chromium = [
  ...(process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((file) => existsSync(file));

function* main(): Go {
  const jobs = makeChan(int, 4);
  const mutex = new Mutex();
  const workers = new WaitGroup();
  for (let i = 0; i < 40; i++) {
    yield* workers.go(function* worker() {
      for (const job = range(jobs); yield* job.next();) {
        yield* work(900 * (1 + (job.value % 5)));
        yield* mutex.lock();
        yield* work(700);
        yield* mutex.unlock();
      }
    });
  }
  go(function* producer() {
    for (let i = 0; i < 16_000; i++) yield* jobs.send(i);
    yield* jobs.close();
  });
  yield* workers.wait();
}

const title = `the timeline page in ${chromium ?? "a browser (skipped: there is no chromium on the path)"}`;
describe.skipIf(chromium === undefined)(title, () => {
  let folder: string;
  const errors: string[] = [];
  let browser: Browser;
  let page: Page;
  let drawn: ReturnType<typeof timeline>;

  beforeAll(async () => {
    const { log, time } = run(main, { policy: goLike({ procs: 4 }), record: true });
    expect(log!.size).toBeGreaterThan(100_000);
    drawn = timeline(log!, { until: time });
    folder = mkdtempSync(join(tmpdir(), "timeline-"));
    const file = join(folder, "page.html");
    writeFileSync(
      file,
      await timelinePage(log!, { title: "many", ending: "returned", facts: [["token", "t"]], time }),
    );
    const { chromium: driver } = await import("playwright-core");
    browser = await driver.launch({ executablePath: chromium! });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) errors.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
  });

  /** What is drawn after the next frame, in short. */
  const picture = async (): Promise<string> => {
    const next = "new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))";
    await page.evaluate(next);
    const drawn = await page.evaluate<string>('document.getElementById("canvas").toDataURL()');
    return createHash("sha256").update(drawn).digest("hex");
  };
  const details = (): Promise<string> => page.locator("#details").innerText();

  test("draws, and again in the dark", async () => {
    const colours = `(() => {
      const canvas = document.getElementById("canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Map();
      for (let i = 0; i < data.length; i += 4) {
        const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
      return [0xffffff, 0x16181b, 0x4caf6d, 0xd9534f].map((colour) => seen.get(colour) ?? 0);
    })()`;
    await picture();
    const [white, , green, red] = await page.evaluate<number[]>(colours);
    expect(Math.min(white!, green!, red!)).toBeGreaterThan(1000);
    await page.emulateMedia({ colorScheme: "dark" });
    await picture();
    const [noWhite, black] = await page.evaluate<number[]>(colours);
    expect(noWhite).toBeLessThan(100);
    expect(black).toBeGreaterThan(1000);
    await page.emulateMedia({ colorScheme: "light" });
  });

  test("zooms and moves by keys, wheel and mouse, and shows all again", async () => {
    const whole = await picture();
    const seen = new Set([whole]);
    const changes = async (): Promise<void> => {
      const now = await picture();
      expect(seen).not.toContain(now);
      seen.add(now);
    };
    for (const key of ["w", "+", "d"]) {
      await page.keyboard.press(key);
      await changes();
    }
    await page.mouse.move(600, 300);
    await page.mouse.wheel(0, -800);
    await changes();
    await page.mouse.down();
    await page.mouse.move(500, 250);
    await page.mouse.up();
    await changes();
    await page.keyboard.press("0");
    await page.locator("canvas").hover({ position: { x: 60, y: 300 } });
    await page.mouse.wheel(0, -5000);
    await page.mouse.move(5, 5);
    expect(await picture()).toBe(whole);
  });

  test("clicking a slice shows why it waited, and who woke it, which leads there", async () => {
    await page.keyboard.press("f");
    let view = { from: 0, to: drawn.end };
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("w");
      view = zoomed(view, 0.7, (view.from + view.to) / 2, drawn.end);
    }
    const rows = rowsOf(drawn, new Map());
    const { x: left, y: upper, width, height } = (await page.locator("canvas").boundingBox())!;
    const layout: Layout = { rows, pinned: pinnedRows(rows, height), view, scroll: 0, width, height };
    const seen = rows.slice(0, rowAt(layout, height - rowHeight));
    const [slice, after, row] = seen
      .flatMap(({ kind, slices }, row) =>
        slices.map((slice, i) => [slice, slices[i + 1], kind === "P" ? -1 : row] as const),
      )
      .find(
        ([{ state, from, to }, after, row]) =>
          row > 0 &&
          state === "waiting" &&
          after!.by > 0 &&
          from > view.from &&
          to < view.to &&
          x(layout, to) - x(layout, from) > 20,
      )!;
    const { reason, from, to, g } = slice;
    const waker = after!.by;
    await page.mouse.click(left + x(layout, (from + to) / 2), upper + y(layout, row) + rowHeight / 2);
    const said = await details();
    expect(said).toMatch(new RegExp(`^\\w+ ${g}: ${reason}\n`));
    expect(said).toMatch(new RegExp(`woken by\\s+(worker|producer) ${waker}\n`));
    await page.locator("dt", { hasText: "woken by" }).locator("+ dd button").click();
    const there = await details();
    expect(there).toMatch(new RegExp(`^(worker|producer) ${waker}: running\n`));
    expect(there).toMatch(new RegExp(`woke\\s+\\w+ ${g}\n`));
  });

  test("the search counts what it finds, and the arrow keys go from slice to slice", async () => {
    await page.fill("#search", "sync.Mutex.Lock");
    expect(await page.locator("#hover").innerText()).toMatch(/^40 of 42 goroutines, \d{4,} slices/);
    await page.press("#search", "Enter");
    const first = await details();
    expect(first).toMatch(/^worker \d+: sync\.Mutex\.Lock/);
    expect(first).toMatch(/woken by\s+worker \d+/);
    await page.locator("canvas").focus();
    await page.keyboard.press("ArrowRight");
    expect(await details()).toMatch(/^worker \d+: runnable/);
    await page.keyboard.press("ArrowLeft");
    expect(await details()).toBe(first);
    await page.keyboard.press("ArrowDown");
    expect(await details()).not.toBe(first);
  });
});
