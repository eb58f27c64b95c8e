import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../set-up/open-browser.ts";
import { type ListedScene, listScenes, openStage, type Stage, showScene } from "./open-stage.ts";

/**
 * Shows every page with answers in which each text is an attempt to inject (`dashboard/stage/fixtures/hostile.ts`).
 */
const mark = "§";
const ownWordsOnly = /^\/(sign-in|claim|reset-password)/;

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
	browser = await openBrowser();
	stage = await openStage();
});
afterAll(async () => {
	await browser?.close();
	stage?.close();
});

it("shows what comes from outside as text, on every page", { timeout: 300_000 }, async () => {
	const context = await stage.newContext(browser);
	const page = await context.newPage();
	const faults: string[] = [];
	page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
	page.on("dialog", (dialog) => faults.push(`dialog: ${dialog.message()}`));
	page.on("request", (request) => {
		if (!["data:", "blob:", stage.origin].some((own) => request.url().startsWith(own)))
			faults.push(`asks elsewhere: ${request.url()}`);
	});
	await page.addInitScript(() =>
		document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => {
			(window as { violated?: string }).violated = violatedDirective;
		}),
	);
	const scenes = await listScenes(page);
	const pages = firstOfEachPage(scenes.filter(isWhole));
	expect(pages.length).toBeGreaterThan(20);
	const seen = new Set<string>();
	for (const scene of pages) {
		const { name, path } = scene;
		await showScene(page, scene, { isHostile: true });
		const found = await lookForInjection(page, mark);
		faults.push(...found.faults.map((fault) => `${name}: ${fault}`));
		for (const text of found.texts) seen.add(text);
		if (found.texts.length === 0 && !ownWordsOnly.test(path))
			faults.push(`${name}: shows nothing from outside`);
	}
	expect(faults).toEqual([]);
	expect(seen.size).toBeGreaterThan(8);
});

function isWhole({ name }: { name: string }): boolean {
	return !/^parts-|loading|refused|empty|offline|forbidden|failed|signed-out/.test(name);
}

function firstOfEachPage(scenes: ListedScene[]): ListedScene[] {
	const paths = scenes.map(({ path }) => path.split("?")[0]);
	return scenes.filter((_, index) => paths.indexOf(paths[index]) === index);
}

async function lookForInjection(page: Page, begin: string): Promise<{ texts: string[]; faults: string[] }> {
	return page.evaluate((start) => {
		const faults: string[] = [];
		const state = window as { wasInjected?: unknown; violated?: string };
		if (state.wasInjected !== undefined) faults.push("code from outside ran");
		if (state.violated) faults.push(`the policy had to forbid ${state.violated}`);
		const strange =
			"body script, iframe, object, embed, base, body style, body link, meta[http-equiv=refresh], form[action]";
		for (const element of document.querySelectorAll(strange)) {
			if (
				!(
					element instanceof HTMLScriptElement &&
					new URL(element.src, location.href).origin === location.origin
				)
			)
				faults.push(`an element came to be: ${element.outerHTML.slice(0, 80)}`);
		}
		for (const element of document.querySelectorAll("body *")) {
			for (const { name, value } of element.attributes) {
				if (name.startsWith("on")) faults.push(`an attribute came to be: ${name}`);
				if (/^(href|src|action|formaction)$/.test(name) && /^\s*javascript:/i.test(value))
					faults.push(`${name} leads to ${value.slice(0, 40)}`);
			}
		}
		const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
		const shown = [document.body.textContent, ...fields.map(({ value }) => value)].join("\n");
		const texts = [...shown.matchAll(new RegExp(`${start}(.{8})`, "g"))].map((match) => match[1] ?? "");
		return { texts, faults };
	}, begin);
}
