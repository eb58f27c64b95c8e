import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiClient } from "../set-up/api-client.ts";
import { until } from "../set-up/phone-network.ts";
import { startTestMesh, stopTestMesh, type TestMesh } from "../set-up/test-mesh.ts";
import { listTaken, mostInTenSeconds, ratePerSecond, watchMachine } from "./taken-texts.ts";

const message = "Acme: our sale starts today. Reply STOP to opt out.";

interface CampaignView {
	id: string;
	status: string;
	pace: string | null;
	counts: Record<string, number>;
}

describe.each([150, 300])("with a database that is %i ms away, campaigns", (d1DelayMilliseconds) => {
	let mesh: TestMesh;
	let api: ReturnType<typeof apiClient>;

	beforeAll(async () => {
		mesh = await startTestMesh({ cronSeconds: 5, sweepAfterSeconds: 5, d1DelayMilliseconds });
		api = apiClient(mesh);
	}, 120_000);
	afterAll(() => stopTestMesh(mesh));

	it("of 100 at ten a second and of 20 at one a second reach everybody once, at their rates", async () => {
		const plans = [
			{ fromNumber: "+18005550100", ratePerSecond: 10, count: 100, first: 5000 },
			{ fromNumber: "+14155550101", ratePerSecond: 1, count: 20, first: 6000 },
		];
		const stopWatching = watchMachine();
		const campaigns = await Promise.all(
			plans.map(async ({ count, first, ...plan }) => {
				const recipients = Array.from({ length: count }, (_, index) => `+1415558${first + index}`);
				const made = await api<CampaignView>("POST", "/campaigns", {
					...plan,
					name: "Sale",
					message,
					quietHours: false,
					recipients,
				});
				expect(made.status, JSON.stringify(made.body)).toBe(201);
				return { ...plan, id: made.body.id, recipients };
			}),
		);
		for (const { id } of campaigns) {
			await until(
				"the campaign to be completed",
				async () => (await api<CampaignView>("GET", `/campaigns/${id}`)).body.status === "completed",
				90,
			);
		}
		const share = stopWatching();
		for (const { recipients, ratePerSecond: rate } of campaigns) {
			const texts = await listTaken(mesh, recipients, "Acme");
			const achieved = ratePerSecond(texts) / rate;
			console.log(
				`${d1DelayMilliseconds} ms, ${rate} a second: ${texts.length} texts at ${achieved.toFixed(3)} of the rate, ${mostInTenSeconds(texts)} in any ten seconds; the machine ran ${share.toFixed(3)} of the time`,
			);
			expect(texts.map(({ to }) => to).sort()).toEqual(recipients);
			expect(mostInTenSeconds(texts)).toBeLessThanOrEqual(10 * rate);
			// Real timers and the local queue cost some of the rate; the test on the virtual clock asserts all of it.
			expect(achieved).toBeGreaterThanOrEqual(0.85 * share);
		}
	}, 180_000);
});
