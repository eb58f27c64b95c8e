import type { CallOutProgress, StartCall } from "@cloudpbx/contracts/api/calls-out";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { callLegs, calls } from "@cloudpbx/db/schema/voice";
import { showCallOut } from "@cloudpbx/db/show-call-out";
import { explainForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { readDialled } from "@cloudpbx/domain/numbering/read-dialled";
import { readNumber } from "@cloudpbx/domain/numbering/read-number";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { placedCallIdOf } from "@cloudpbx/kit/derive-id";
import { and, eq } from "drizzle-orm";
import { readAlongside } from "../../access/alongside.ts";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { type Principal, toActor } from "../../domain/people/principal.ts";
import { recordDone, recordIfUnknown } from "../audit/record-change.ts";
import { readStoredSettings, selectSettings } from "../office/load-settings.ts";
import { recordRefusedCall } from "./record-refused-call.ts";

const country = "US";

/** One statement for the batch of the authentication. */
export const callOutFacts = readAlongside(({ db }) => [selectSettings(db, ["callCountries"])] as const);

/** Rings a person's telephones, then `to`. Refusals are audited, typing errors are not. */
export async function placeCallOut(
	ctx: CallerContext,
	input: StartCall,
	[settingRows]: ReturnType<typeof callOutFacts.of>,
): Promise<Result<CallOutProgress>> {
	const { callCountries } = readStoredSettings(settingRows, ctx.env);
	const wish = readWish(ctx.principal, input, callCountries);
	const placed = wish.ok ? await ring(ctx, wish.value, input.id) : wish;
	if (!placed.ok) {
		await recordRefusedCall(ctx, placed.error);
		const { to, as } = input;
		const change = {
			action: "call.place",
			target: { kind: "call", id: null },
			after: { to: maskNumber(to), as },
		};
		await recordIfUnknown(ctx, placed, change);
		return placed;
	}
	const { id, to, from, as } = placed.value;
	const after = { to: maskNumber(to), from, as };
	await recordDone(ctx, { action: "call.place", target: { kind: "call", id }, after, isOnce: true });
	return placed;
}

interface Wish {
	to: string;
	as: string;
	from: string | null;
}

function readWish(
	principal: Principal,
	{ to, as, from }: StartCall,
	callCountries: readonly string[],
): Result<Wish> {
	const dialled = readDialled(to, country);
	if (!dialled.ok) {
		return dialled.isShort
			? refuse("forbidden", dialled.reason)
			: refuse("bad_input", `to: ${dialled.reason}`);
	}
	const forbidden = explainForbiddenNumber(dialled.number, callCountries);
	if (forbidden !== null) return refuse("forbidden", `${dialled.number} is not called. ${forbidden}`);
	const caller = chooseCaller(principal, as);
	if (!caller.ok) return caller;
	const shown = from === undefined ? null : readNumber(from, country);
	if (shown?.ok === false) return refuse("bad_input", `from: ${shown.reason}`);
	return accept({ to: dialled.number, as: caller.value, from: shown?.number ?? null });
}

function chooseCaller({ kind, role, extension }: Principal, as: string | undefined): Result<string> {
	if (kind === "key") {
		return as === undefined
			? refuse("bad_input", "as: A key has no telephone. Name the three keys of the person who calls.")
			: accept(as);
	}
	if (role === "agent" && as !== undefined && as !== extension) {
		return refuse("forbidden", "You can call with your own extension only. Leave `as` out.");
	}
	const own = as ?? extension;
	if (own !== null) return accept(own);
	const todo =
		role === "agent"
			? "Ask an owner or admin to choose yours under Settings, People; then your telephone rings first."
			: "Choose yours under Settings, People; then your telephone rings first.";
	return refuse("precondition_failed", `You have no extension to call with. ${todo}`);
}

async function ring(
	{ principal, voice }: CallerContext,
	wish: Wish,
	chosenId: string | undefined,
): Promise<Result<CallOutProgress>> {
	const id =
		chosenId === undefined
			? `call_${crypto.randomUUID().replaceAll("-", "")}`
			: await placedCallIdOf(principal, chosenId);
	return askService("voice", voice.callOut({ id, ...wish }, toActor(principal)));
}

/** Agents see calls of their own extension; all others are not found. One round trip. */
export async function followCallOut(ctx: CallerContext, id: string): Promise<Result<CallOutProgress>> {
	const { db } = ctx;
	const [[call], legs] = await db.batch([
		db
			.select()
			.from(calls)
			.where(and(eq(calls.id, id), eq(calls.direction, "outbound"))),
		db.select().from(callLegs).where(eq(callLegs.callId, id)),
	]);
	if (!call || !isVisible(call, ctx.principal)) return refuse("not_found", "There is no such call out.");
	return accept(showCallOut(call, legs));
}

function isVisible(
	{ extension, startedAt }: typeof calls.$inferSelect,
	{ role, extension: own, extensionSince }: Principal,
): boolean {
	if (role !== "agent") return true;
	return own !== null && extension === own && extensionSince !== null && startedAt >= extensionSince;
}

/** Ends a call out; an ended one stays as it was. */
export async function hangUpCallOut(ctx: CallerContext, id: string): Promise<Result<CallOutProgress>> {
	const call = await followCallOut(ctx, id);
	if (!call.ok || call.value.state === "ended") return call;
	const ended = await askService("voice", ctx.voice.hangUpCallOut(id, toActor(ctx.principal)));
	if (ended.ok) {
		await recordDone(ctx, { action: "call.hang_up", target: { kind: "call", id }, isOnce: true });
	}
	return ended;
}
