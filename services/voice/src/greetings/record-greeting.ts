import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { greetingRecordings } from "@cloudpbx/db/schema/greetings";
import { describeError, log } from "@cloudpbx/kit/log";
import { fetchRecording } from "@cloudpbx/twilio/fetch-recording";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { GreetingTake } from "../domain/call/call-paths.ts";
import type { CallPlan } from "../domain/call/call-plan.ts";
import {
	afterDecision,
	afterEmptyTake,
	afterPin,
	askForPin,
	awaitTake,
	cannotFetch,
	leaveGreeting,
	type PinState,
	playTake,
	readDecision,
	wantsToRecord,
} from "../domain/greetings/own-greeting.ts";
import { type Extension, findExtension, type Office } from "../domain/office/office.ts";
import { isPhoneOf } from "../domain/ringing/plan-ringing.ts";
import { offerVoicemail } from "../domain/ringing/reach-extension.ts";
import { isVoicemail } from "../domain/voicemail/after-voicemail.ts";
import { tryToStorePlan } from "../history/store-plan.ts";
import { readOffice, selectOffice } from "../office/load-office.ts";
import { checkGreetingPin, readPinState, selectPin } from "./greeting-pins.ts";
import { deleteCarrierCopy, dropTake, keepTake, openTake } from "./greeting-takes.ts";
import { storeGreeting } from "./store-greeting.ts";

export interface OwnCall {
	call: CallWebhook;
	ext: string;
}

interface Owned {
	office: Office;
	extension: Extension;
	pin: PinState;
}

/** Encoders and carriers round up: a minute is a little more. */
const roundedSeconds = 2;
/** The carrier waits 15 seconds for each of our answers. */
const fetchMilliseconds = 5000;

export async function beginGreeting(ctx: Context, own: OwnCall, digits: string): Promise<CallPlan> {
	return decideForOwner(ctx, own, async ({ office, extension, pin }) =>
		wantsToRecord(digits) ? askForPin(own.ext, pin) : offerVoicemail(extension, office),
	);
}

export async function enterGreetingPin(
	ctx: Context,
	own: OwnCall,
	attempt: number,
	typed: string,
): Promise<CallPlan> {
	return decideForOwner(ctx, own, async ({ extension }) =>
		afterPin(own.ext, attempt, await checkGreetingPin(ctx, extension.id, typed)),
	);
}

/** `heard` is null when the carrier is asked once more. A caller who hung up keeps the greeting as it was. */
export async function takeGreeting(
	ctx: Context,
	own: OwnCall,
	take: GreetingTake,
	heard: { durationSeconds: number; isCallerPresent: boolean } | null,
): Promise<CallPlan> {
	const { ext } = own;
	return decideForOwner(ctx, own, async ({ extension }) => {
		const row = await openTake(ctx, extension, take.recording, heard?.durationSeconds ?? 0);
		if (row.state === "kept" || row.state === "dropped") return leaveGreeting();
		if (heard && (!heard.isCallerPresent || !isVoicemail(heard.durationSeconds))) {
			await dropTake(ctx, take.recording);
			return heard.isCallerPresent ? afterEmptyTake(ext, take.take) : leaveGreeting();
		}
		if (row.audio !== null) return playTake(ext, take, row.audio);
		const fetched = await fetchRecording(ctx.account, take.recording, {
			timeoutMilliseconds: fetchMilliseconds,
		});
		if (!fetched.ok) {
			const plan = awaitTake(ext, take);
			if (plan.steps.at(-1)?.kind === "hangUp") await dropTake(ctx, take.recording);
			return plan;
		}
		const stored = await storeGreeting(ctx, new Uint8Array(fetched.audio), { roundedSeconds });
		if (!stored.ok) {
			await dropTake(ctx, take.recording);
			return cannotFetch();
		}
		const { key, seconds } = stored.value;
		await ctx.db
			.update(greetingRecordings)
			.set({ state: "stored", audio: key, seconds: Math.ceil(seconds), changedAt: ctx.now() })
			.where(and(eq(greetingRecordings.id, take.recording), eq(greetingRecordings.state, "recorded")));
		ctx.later(deleteCarrierCopy(ctx, take.recording));
		return playTake(ext, take, key);
	});
}

export async function decideGreeting(
	ctx: Context,
	own: OwnCall,
	take: GreetingTake,
	digits: string,
): Promise<{ plan: CallPlan; news: LiveEvent[] }> {
	const news: LiveEvent[] = [];
	const plan = await decideForOwner(ctx, own, async ({ extension }) => {
		const decision = readDecision(digits, take);
		if (decision === "keep") {
			const status = await keepTake(ctx, extension, take.recording);
			if (status === null) return leaveGreeting();
			news.push({ kind: "extension", extensionId: extension.id, status });
		}
		if (decision === "again" || decision === "leave") await dropTake(ctx, take.recording);
		return afterDecision(own.ext, take, decision);
	});
	return { plan, news };
}

/** Any failure leaves the greeting as it is. */
async function decideForOwner(
	ctx: Context,
	{ call, ext }: OwnCall,
	decide: (owned: Owned) => Promise<CallPlan>,
): Promise<CallPlan> {
	const { db } = ctx;
	const now = ctx.now();
	let plan: CallPlan;
	try {
		const [rows, pins] = await db.batch([selectOffice(db), selectPin(db, ext)]);
		const office = readOffice(ctx, rows, now);
		const extension = findExtension(office, ext);
		const isOwn = extension !== null && isPhoneOf(extension, call.from);
		plan = isOwn ? await decide({ office, extension, pin: readPinState(pins, now) }) : leaveGreeting();
	} catch (error) {
		log.error("greeting_not_recorded", { callId: call.callId, reason: describeError(error) });
		plan = leaveGreeting();
	}
	await tryToStorePlan(ctx, call, plan, now);
	return plan;
}
