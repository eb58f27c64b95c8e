import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@cloudpbx/local/check-port";
import { type Mesh, startMesh } from "@cloudpbx/local/start-mesh";
import type { Browser } from "playwright-core";
import { openBrowser } from "./open-browser.ts";

export interface OpenMesh {
	mesh: Mesh;
	browser: Browser;
	close(): Promise<void>;
}

export async function openMesh(): Promise<OpenMesh> {
	const dataFolder = mkdtempSync(join(tmpdir(), "cloudpbx-e2e-"));
	const mesh = await startMesh({ port: await freePort(), dataFolder });
	const browser = await openBrowser();
	return {
		mesh,
		browser,
		async close() {
			await browser.close();
			await mesh.stop();
			rmSync(dataFolder, { recursive: true, force: true });
		},
	};
}
