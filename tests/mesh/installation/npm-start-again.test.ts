import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PhoneNetwork, until } from "../set-up/phone-network.ts";
import { expectRefusal, isServing, place, startAndWait, useOwnPlace } from "./start-process.ts";

useOwnPlace();

async function leaveVoicemail(): Promise<string> {
	const network = new PhoneNetwork(`http://localhost:${place.port}`);
	await network.setSpeed(5);
	const call = await network.dial("+14155550199", "+14155550103");
	await call.leaveMessage(3, "Still here tomorrow?");
	await call.expectEnds();
	return call.sid;
}

describe("npm start in a folder that was used", () => {
	it("keeps its state across a stop and across a kill of everything", async () => {
		const first = await startAndWait();
		const sid = await leaveVoicemail();
		first.child.kill("SIGINT");
		await first.ended;

		const second = await startAndWait();
		expect(second.output()).toContain("as you left it");
		const network = new PhoneNetwork(`http://localhost:${place.port}`);
		expect(await network.send("GET", `/calls/${sid}`)).toMatchObject({ status: "completed" });
		const killedSid = await leaveVoicemail();
		process.kill(-(second.child.pid ?? 0), "SIGKILL");
		await second.ended;
		await until("the port to be free again", async () => !(await isServing()));

		await startAndWait();
		expect(await network.send("GET", `/calls/${killedSid}`)).toMatchObject({ status: "completed" });
	});

	it("goes on with a campaign after everything was killed: everybody has one text", async () => {
		const list = Array.from({ length: 30 }, (_, index) => `+14155580${String(index).padStart(3, "0")}`);
		const first = await startAndWait();
		const network = new PhoneNetwork(`http://localhost:${place.port}`);
		const key = /API key +(\S+)/.exec(first.output())?.[1];
		const response = await fetch(`http://localhost:${place.port}/api/campaigns`, {
			method: "POST",
			headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
			body: JSON.stringify({
				name: "Sale",
				message: "Sale today. Reply STOP to opt out.",
				recipients: list,
				quietHours: false,
				ratePerSecond: 5,
			}),
		});
		expect(response.status).toBe(201);
		const textsOf = async (number: string) =>
			(await network.send<{ items: { to: string }[] }>("GET", `/phones/${number}/messages`)).items.filter(
				({ to }) => to === number,
			);
		const holders = async () =>
			(await Promise.all(list.map(textsOf))).filter(({ length }) => length > 0).length;
		await until("the first texts", async () => (await holders()) >= 5);
		process.kill(-(first.child.pid ?? 0), "SIGKILL");
		await first.ended;

		await startAndWait();
		const before = await holders();
		expect(before).toBeLessThan(list.length);
		await until("everybody's text", async () => (await holders()) === list.length, 100);
		const { id } = (await response.json()) as { id: string };
		await until("the end of the campaign", async () => {
			const read = await fetch(`http://localhost:${place.port}/api/campaigns/${id}`, {
				headers: { authorization: `Bearer ${key}` },
			});
			return ((await read.json()) as { status: string }).status === "completed";
		});
		expect((await Promise.all(list.map(textsOf))).map(({ length }) => length)).toEqual(list.map(() => 1));
	}, 180_000);

	it.each(["d1", "do"])(
		"says in one sentence that a database below %s is spoilt, and leaves",
		async (kind) => {
			const { child, ended } = await startAndWait();
			child.kill("SIGINT");
			await ended;
			const [database] = readdirSync(join(place.folder, kind), { recursive: true, encoding: "utf8" }).filter(
				(name) => /[0-9a-f]{64}\.sqlite$/.test(name),
			);
			for (const end of ["", "-wal", "-shm"])
				rmSync(join(place.folder, kind, `${database}${end}`), { force: true });
			writeFileSync(join(place.folder, kind, database ?? ""), "spoilt ".repeat(2000));
			await expectRefusal({}, "is damaged");
		},
	);
});
