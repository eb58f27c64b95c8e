import { expect, it } from "vitest";
import { Stage } from "./fakes/run.ts";
import { mainNumber, newNumber } from "./fakes/world.ts";

it("takes no number that leads elsewhere before it is told to", async () => {
	const elsewhere = newNumber(mainNumber, { voice_url: "https://old.acme.co/calls" });
	const stage = new Stage({ numbers: [elsewhere] });
	expect(await stage.fail("deploy")).toMatch(/leads to old\.acme\.co today.*--repoint/);
	expect(stage.world.writes).toEqual([]);
	await stage.run("deploy", "--repoint");
	expect(stage.world.numbers[0]?.voice_url).toContain("cloudpbx-voice");
});

it("has the numbers of extensions follow to a new address, and leaves one alone that was led elsewhere", async () => {
	const [follows, stays] = [newNumber("+12125550101"), newNumber("+12125550102")];
	const stage = new Stage({ numbers: [newNumber(mainNumber), follows, stays] });
	await stage.run("deploy");
	follows.voice_url = "https://cloudpbx-voice.acme.workers.dev/ivr/inbound";
	stays.voice_url = "https://old.acme.co/calls";
	for (const { sid, phone_number } of [follows, stays]) {
		const values = `'num_${sid}', '${phone_number}', '${sid}', 'local', 0`;
		stage.rows(`INSERT INTO phone_numbers (id, number, carrier_id, kind, created_at) VALUES (${values})`);
	}
	await stage.run("deploy", "--base-url", "https://phones.acme.co");
	expect(stage.world.numbers.map(({ voice_url }) => voice_url)).toEqual([
		"https://phones.acme.co/ivr/inbound",
		"https://phones.acme.co/ivr/inbound",
		"https://old.acme.co/calls",
	]);
});

it("frees texts that a Messaging Service of its own keeps, and names one that others share", async () => {
	const [main, other] = [newNumber(mainNumber), newNumber("+12125550100")];
	const service = { use_inbound_webhook_on_number: false };
	const sid = (digit: number) => `MG${String(digit).repeat(32)}`;
	const [ours, theirs] = [main.phone_number, other.phone_number];
	const stage = new Stage({
		numbers: [main, other],
		services: [
			{ ...service, sid: sid(1), friendly_name: "ours", numbers: [ours] },
			{ ...service, sid: sid(2), friendly_name: "shared", numbers: [ours, theirs] },
			{ ...service, sid: sid(3), friendly_name: "theirs", numbers: [theirs] },
			{ ...service, sid: sid(4), friendly_name: "empty", numbers: [] },
		],
	});
	await stage.run("deploy");
	const free = stage.world.services.map((one) => one.use_inbound_webhook_on_number);
	expect(free).toEqual([true, false, false, false]);
	expect(stage.lines.filter((line) => line.startsWith("The Messaging Service"))).toEqual([
		expect.stringContaining(`shared (${sid(2)})`),
	]);
});

it("asks Twilio's credentials before it makes anything", async () => {
	const stage = new Stage();
	stage.environment.TWILIO_AUTH_TOKEN = "w".repeat(32);
	expect(await stage.fail("deploy")).toMatch(/Twilio refuses the credentials/);
	expect(stage.world.writes).toEqual([]);
	stage.environment.TWILIO_AUTH_TOKEN = "12345";
	expect(await stage.fail("deploy")).toMatch(/TWILIO_AUTH_TOKEN has 5 characters/);
	stage.environment.TWILIO_AUTH_TOKEN = undefined;
	expect(await stage.fail("deploy")).toMatch(/TWILIO_AUTH_TOKEN is missing/);
	stage.environment.TWILIO_ACCOUNT_SID = undefined;
	expect(await stage.fail("deploy", "--prefix", "other")).toMatch(/TWILIO_ACCOUNT_SID is missing/);
});

it("says what the carriers still want before the number may text", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	expect(stage.output).toMatch(/Texts from \+18005550100 do not arrive.*Hand in its toll-free verification/);
	stage.world.verificationStatus = "TWILIO_APPROVED";
	await stage.run("deploy");
	expect(stage.output).toContain("is registered with the carriers: it may text");
});
