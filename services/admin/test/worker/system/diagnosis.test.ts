import type { Page } from "@cloudpbx/contracts/api/page";
import type { Diagnosis } from "@cloudpbx/contracts/diagnosis";
import type { SenderRegistration } from "@cloudpbx/contracts/extensions/registration";
import { markCron, markDeadLetters } from "@cloudpbx/db/mark-work";
import { serviceMarks } from "@cloudpbx/db/schema/marks";
import { beforeAll, expect, it } from "vitest";
import { runCron } from "../../../src/cron.ts";
import { callApi, db, expectJson, giveKey, testEnv } from "../api.ts";
import { foundCompany } from "../company.ts";

let key: string;

beforeAll(async () => {
	await foundCompany();
	key = await giveKey();
});

const diagnose = async () => expectJson<Diagnosis>(await callApi("/api/diagnosis", { key }), 200);
const services = ["voice", "messaging", "campaigns", "provisioning", "admin"] as const;

it("tells what is in the database, and how long writes take", async () => {
	const { database, probes } = await diagnose();
	expect(database.migrations).toContain("0012_service_marks.sql");
	expect(database.objects).toContainEqual({ type: "table", name: "calls" });
	expect(database.objects).toContainEqual({ type: "trigger", name: "audit_events_no_update" });
	expect(database.objects.map(({ name }) => name)).not.toContain("d1_migrations");
	expect(database.writeMilliseconds?.p50).toBeGreaterThanOrEqual(0);
	expect(probes).toEqual([]);
});

it("finds dead letters by their queue, and crons that have stopped", async () => {
	const now = new Date();
	for (const service of services) await markCron(db, service, now);
	await markDeadLetters(db, "voice", { queue: "voicemail-ingest-dead", count: 2, at: now });
	await markDeadLetters(db, "voice", {
		queue: "voicemail-ingest-dead",
		count: 1,
		at: new Date(now.getTime() - 1000),
	});
	const { findings } = await diagnose();
	expect(findings.filter(({ id }) => id.startsWith("cron_dead"))).toEqual([]);
	const [dead] = findings.filter(({ id }) => id === "dead_letters:voicemail-ingest-dead");
	expect(dead).toMatchObject({ level: "warning" });
	expect(dead?.meaning).toContain("3 jobs");
	expect(dead?.meaning).toContain(now.toISOString());
	await db.delete(serviceMarks);
});

it("leaves a mark after the daily run", async () => {
	await runCron({ scheduledTime: 0, cron: "", noRetry: () => undefined }, testEnv);
	expect(await db.select().from(serviceMarks)).toMatchObject([{ service: "admin", name: "cron", count: 1 }]);
});

it("lists every sender with what is missing", async () => {
	const body = await expectJson<Page<SenderRegistration> & { accountType: string }>(
		await callApi("/api/registration", { key }),
		200,
	);
	expect(body).toMatchObject({ accountType: "full", nextCursor: null });
	expect(body.items.map(({ number, canText, nextStep }) => [number, canText, nextStep])).toEqual([
		["+14155550101", true, null],
		["+18005550100", false, "Verify it."],
	]);
});
