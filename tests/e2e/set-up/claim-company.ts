import type { Mesh } from "@cloudpbx/local/start-mesh";
import type { Page } from "playwright-core";

export const owner = { name: "Olive Park", email: "olive@acme.example", password: "a long enough secret" };

/** For states that come through a queue or the simulated network. */
export const patient = { timeout: 20_000 };

export async function claimCompany(page: Page, mesh: Mesh): Promise<void> {
	await page.goto(`${mesh.url}/claim`);
	await page.getByLabel("Setup Code").fill(mesh.access.setupCode);
	await page.getByLabel("Your Name").fill(owner.name);
	await page.getByLabel("Email").fill(owner.email);
	await page.getByLabel("Password", { exact: true }).fill(owner.password);
	await page.getByRole("button", { name: "Become Owner", exact: true }).click();
	await page.getByRole("heading", { level: 1, name: "Overview", exact: true }).waitFor(patient);
}
