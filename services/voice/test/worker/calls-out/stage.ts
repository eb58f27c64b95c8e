import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import type { CallOutProgress } from "@cloudpbx/contracts/api/calls-out";
import type { CallOut } from "@cloudpbx/contracts/calls/calls-out";
import type { Result } from "@cloudpbx/contracts/errors";
import { openDb } from "@cloudpbx/db/open-db";
import { settings } from "@cloudpbx/db/schema/admin";
import { contacts } from "@cloudpbx/db/schema/contacts";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { callEvents, callLegs, calls } from "@cloudpbx/db/schema/voice";
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { VoiceService } from "../../../src/rpc.ts";
import { sendWebhook, sidOf, testEnv } from "../carrier.ts";
import { foundCompany } from "../directory.ts";

export const db = openDb(testEnv.DB);
export const callee = "+14155550199";
export const jane = { kind: "user" as const, id: "usr_jane", name: "Jane", role: "agent" as const };
export const janesNumber = "+14155550101";
export const janesPhones = ["+14155550151", "+14155550156"];

interface Stage {
	asked: { path: string; form: Record<string, string> }[];
	/** How the carrier answers the next request to call: by default it takes it. */
	takeCalls: (form: Record<string, string>) => Response | "lost";
	listedCalls: object[];
}

export const stage: Stage = { asked: [], takeCalls: () => Response.json({}), listedCalls: [] };

export const sidOfPhone = (phone: string) => sidOf("CA", phone);

export function openStage(): void {
	beforeAll(async () => {
		await foundCompany();
		await db
			.update(extensions)
			.set({ alsoRing: [janesPhones[1] ?? ""] })
			.where(eq(extensions.ext, "101"));
		await db.insert(extensions).values({
			id: "ext_110",
			ext: "110",
			kind: "group",
			name: "Sales",
			members: ["ext_101"],
			status: "active",
			createdAt: new Date(0),
			updatedAt: new Date(0),
		});
	});

	beforeEach(() => {
		stage.asked = [];
		stage.listedCalls = [];
		stage.takeCalls = ({ To = "" }) =>
			Response.json(
				{
					sid: sidOfPhone(To),
					status: "queued",
					direction: "outbound-api",
					date_created: new Date().toUTCString(),
				},
				{ status: 201 },
			);
		vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
			const url = new URL(String(input));
			const form = Object.fromEntries(new URLSearchParams(String(init?.body ?? "")));
			const path = url.pathname.replace(/^.*\/Accounts\/AC0+/, "");
			if (init?.method === "GET") return Response.json({ calls: stage.listedCalls });
			stage.asked.push({ path, form });
			if (path !== "/Calls.json") return Response.json({});
			const answer = stage.takeCalls(form);
			if (answer === "lost") throw new TypeError("the answer is lost");
			return answer;
		});
	});

	afterEach(async () => {
		vi.restoreAllMocks();
		await db.batch([
			db.delete(calls),
			db.delete(callEvents),
			db.delete(callLegs),
			db.delete(settings).where(eq(settings.key, "callsOutAtOnce")),
			db.delete(settings).where(eq(settings.key, "callsOutPerHour")),
			db.delete(contacts),
		]);
	});
}

let made = 0;
export const newId = () => `call_${(++made).toString(16).padStart(32, "0")}`;

export async function ask<Value>(work: (voice: VoiceService) => Promise<Value>): Promise<Value> {
	const context = createExecutionContext();
	const answer = await work(new VoiceService(context, testEnv));
	await waitOnExecutionContext(context);
	return answer;
}

export const callOut = (wish: Partial<CallOut> = {}) =>
	ask((voice) => voice.callOut({ id: newId(), to: callee, as: "101", from: null, ...wish }, jane));

export async function place(wish: Partial<CallOut> = {}): Promise<CallOutProgress> {
	const placed: Result<CallOutProgress> = await callOut(wish);
	if (!placed.ok) throw new Error(placed.error.message);
	return placed.value;
}

export const store = (key: string, value: unknown) =>
	db.insert(settings).values({ key, value, updatedAt: new Date() });

export async function load(id: string) {
	const [row] = await db.select().from(calls).where(eq(calls.id, id));
	const events = await db
		.select({ kind: callEvents.kind })
		.from(callEvents)
		.where(eq(callEvents.callId, id))
		.orderBy(asc(callEvents.id));
	const legs = await db.select().from(callLegs).where(eq(callLegs.callId, id));
	return { row, kinds: events.map(({ kind }) => kind), legs };
}

export const legParams = (position: number, more: Record<string, string> = {}) => ({
	CallSid: sidOfPhone(janesPhones[position] ?? ""),
	From: janesNumber,
	To: janesPhones[position] ?? "",
	CallStatus: "in-progress",
	Direction: "outbound-api",
	...more,
});

export const webhook = async (
	id: string,
	position: number,
	moment: string,
	more: Record<string, string> = {},
) => {
	const response = await sendWebhook(`/ivr/out/${id}/${position}/${moment}`, legParams(position, more));
	expect(response.status).toBeLessThan(300);
	return response.text();
};

export const screenOf = (position: number) => new URL(stage.asked[position]?.form.Url ?? "").pathname;
