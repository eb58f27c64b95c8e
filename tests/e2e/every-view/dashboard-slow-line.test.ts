import { beforeAll, it } from "vitest";
import { eventually } from "../set-up/eventually.ts";
import { useOffice } from "../set-up/use-office.ts";
import { slowDown } from "../set-up/watch-page.ts";

const mainLine = "+18005550100";

const office = useOffice();

beforeAll(async () => {
	const network = office.phones;
	await network.setSpeed(5);
	const call = await network.dial("+14155550166", mainLine);
	await call.expectWaitsFor("digits");
	await call.hangUp();
	await call.expectEnds();
	await office.api("POST", "/contacts", { number: "+14155550166", name: "Nia Okafor", tags: ["VIP"] });
});

it.each([
	[1280, "data"],
	[390, "code"],
] as const)(
	"moves nothing at %d px while %s comes late",
	async (width, late) => {
		const page = await office.open(office.owner, "/settings/you");
		await page.setViewportSize({ width, height: 900 });
		const addresses = await listAddresses();
		await slowDown(page, late);
		for (const address of addresses) {
			await page.goto(`${office.mesh.url}${address}`);
			await page.locator("main h1").waitFor();
			await page.waitForLoadState("networkidle");
			await eventually(() => page.locator("main .bones").count()).toBe(0);
		}
	},
	240_000,
);

async function listAddresses(): Promise<string[]> {
	const { id } = await office.newConversation("Do you open on Sunday?");
	const extensions = await office.api<{ items: { id: string }[] }>("GET", "/extensions");
	const calls = await office.api<{ items: { id: string }[] }>("GET", "/calls");
	return [
		"/",
		`/inbox/${id}`,
		"/calls?outcome=missed&number=%2B14155550166",
		"/calls?number=%2B14155550199",
		`/calls/${calls.items[0]?.id}`,
		"/voicemail",
		"/contacts",
		"/contacts/%2B14155550166",
		"/campaigns",
		"/extensions",
		`/extensions/${extensions.items[0]?.id}`,
		"/analytics",
		...["calls", "hours", "people", "registration"].map((name) => `/settings/${name}`),
	];
}
