import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { PhoneNetwork } from "../../mesh/set-up/phone-network.ts";
import { type OpenMesh, openMesh } from "./open-mesh.ts";
import { openWatchedPage, type PageExpectations, type WatchedPage } from "./open-watched-page.ts";

export interface Dashboard {
	readonly mesh: Mesh;
	readonly network: PhoneNetwork;
	readonly context: BrowserContext;
	readonly page: Page;
	/** Signs in on the form that stands before the path; the demo owner by default. */
	signIn(path: string, person?: { email: string; password: string }): Promise<void>;
}

const everydayUse: PageExpectations = {
	expected: /401|ERR_INTERNET_DISCONNECTED|WebSocket/,
	alsoAsks: ["blob:"],
	mustStandStill: true,
};

/** Registers hooks: a mesh for the file, and a new page for each test, which fails on the page's faults. */
export function useDashboard(expectations = everydayUse): Dashboard {
	let opened: OpenMesh;
	let network: PhoneNetwork;
	let watched: WatchedPage;

	beforeAll(async () => {
		opened = await openMesh();
		network = new PhoneNetwork(opened.mesh.url);
	});
	afterAll(() => opened?.close());
	beforeEach(async () => {
		watched = await openWatchedPage(opened, expectations);
	});
	afterEach(async () => {
		await watched.context.close();
		expect(watched.faults).toEqual([]);
	});

	return {
		get mesh() {
			return opened.mesh;
		},
		get network() {
			return network;
		},
		get context() {
			return watched.context;
		},
		get page() {
			return watched.page;
		},
		async signIn(path, person = opened.mesh.access) {
			const { page } = watched;
			await page.goto(`${opened.mesh.url}${path}`);
			await page.getByLabel("Email").fill(person.email);
			await page.getByLabel("Password", { exact: true }).fill(person.password);
			await page.getByRole("button", { name: "Sign In" }).click();
		},
	};
}
