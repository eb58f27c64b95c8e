import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { Db } from "@cloudpbx/db/open-db";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { greetingRecordings } from "@cloudpbx/db/schema/voice";
import { describeError, log } from "@cloudpbx/kit/log";
import { type CarrierAccount, fetchRecording } from "@cloudpbx/twilio/fetch-recording";
import { type Carrier, openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { deleteRecording } from "@cloudpbx/twilio/rest/recordings";
import type { CallWebhook } from "@cloudpbx/twilio/voice-webhooks";
import { and, eq, inArray, sql } from "drizzle-orm";
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
import { rememberPlan } from "../history/store-call.ts";
import { type InstalledSettings, readOffice, selectOffice } from "../office/load-office.ts";
import { dropGreeting } from "./drop-greeting.ts";
import { checkGreetingPin, readPinState, selectPin } from "./greeting-pins.ts";
import { storeGreeting } from "./store-greeting.ts";

/** What recording a greeting in a call needs. */
export interface GreetingCall {
	db: Db;
	installed: InstalledSettings;
	bucket: R2Bucket;
	carrier: CarrierAccount;
	call: CallWebhook;
	ext: string;
	now: Date;
	/** Goes on after the answer. */
	later: (work: Promise<unknown>) => void;
}

interface Owned {
	office: Office;
	extension: Extension;
	pin: PinState;
}

/** Encoders and carriers round up: a minute is a little more. */
const roundedSeconds = 2;
/** The carrier gives an answer of ours 15 seconds in all. */
const fetchMilliseconds = 5000;

/** A caller of the own extension pressed a key, or none: star asks for the PIN, everything else is voicemail. */
export async function beginGreeting(ctx: GreetingCall, digits: string): Promise<CallPlan> {
	return guarded(ctx, async ({ office, extension, pin }) =>
		wantsToRecord(digits) ? askForPin(ctx.ext, pin) : offerVoicemail(extension, office),
	);
}

export async function enterGreetingPin(ctx: GreetingCall, attempt: number, typed: string): Promise<CallPlan> {
	return guarded(ctx, async ({ extension }) =>
		afterPin(ctx.ext, attempt, await checkGreetingPin(ctx.db, extension.id, typed, ctx.now)),
	);
}

/** The carrier finished the recording; or it is looked for once more. Whoever hung up wants nothing. */
export async function takeGreeting(
	ctx: GreetingCall,
	take: GreetingTake,
	heard: { durationSeconds: number; isCallerPresent: boolean } | null,
): Promise<CallPlan> {
	return guarded(ctx, async ({ extension }) => {
		const row = await findTake(ctx, extension, take.recording, heard?.durationSeconds ?? 0);
		if (row.state === "kept" || row.state === "dropped") return leaveGreeting();
		if (heard && (!heard.isCallerPresent || !isVoicemail(heard.durationSeconds))) {
			await drop(ctx, take.recording);
			return heard.isCallerPresent ? afterEmptyTake(ctx.ext, take.take) : leaveGreeting();
		}
		if (row.audio !== null) return playTake(ctx.ext, take, row.audio);
		const fetched = await fetchRecording(ctx.carrier, take.recording, {
			timeoutMilliseconds: fetchMilliseconds,
		});
		if (!fetched.ok) {
			const plan = awaitTake(ctx.ext, take);
			if (plan.steps.at(-1)?.kind === "hangUp") await drop(ctx, take.recording);
			return plan;
		}
		const stored = await storeGreeting(ctx.bucket, new Uint8Array(fetched.audio), { roundedSeconds });
		if (!stored.ok) {
			await drop(ctx, take.recording);
			return cannotFetch();
		}
		const { key, seconds } = stored.value;
		await ctx.db
			.update(greetingRecordings)
			.set({ state: "stored", audio: key, seconds: Math.ceil(seconds), changedAt: ctx.now })
			.where(and(eq(greetingRecordings.id, take.recording), eq(greetingRecordings.state, "recorded")));
		ctx.later(deleteCarrierCopy(ctx.db, openCarrier(ctx.carrier), take.recording, ctx.now));
		return playTake(ctx.ext, take, key);
	});
}

/** What the caller wants with what was recorded. Answers what looks different now. */
export async function decideGreeting(
	ctx: GreetingCall,
	take: GreetingTake,
	digits: string,
): Promise<{ plan: CallPlan; news: LiveEvent[] }> {
	const news: LiveEvent[] = [];
	const plan = await guarded(ctx, async ({ extension }) => {
		const decision = readDecision(digits, take);
		if (decision === "keep") {
			const status = await keep(ctx, extension, take.recording);
			if (status === null) return leaveGreeting();
			news.push({ kind: "extension", extensionId: extension.id, status });
		}
		if (decision === "again" || decision === "leave") await drop(ctx, take.recording);
		return afterDecision(ctx.ext, take, decision);
	});
	return { plan, news };
}

/** A greeting stays as it is whatever fails, and its caller hears so. */
async function guarded(ctx: GreetingCall, decide: (owned: Owned) => Promise<CallPlan>): Promise<CallPlan> {
	const { db, call, ext, now } = ctx;
	let plan: CallPlan;
	try {
		const [rows, pins] = await db.batch([selectOffice(db), selectPin(db, ext)]);
		const office = readOffice(rows, ctx.installed, now);
		const extension = findExtension(office, ext);
		const isOwn = extension !== null && isPhoneOf(extension, call.from);
		plan = isOwn ? await decide({ office, extension, pin: readPinState(pins, now) }) : leaveGreeting();
	} catch (error) {
		log.error("greeting_not_recorded", { callId: call.callId, reason: describeError(error) });
		plan = leaveGreeting();
	}
	await rememberPlan(db, call, plan, now);
	return plan;
}

/** The recording's row, written down before anything is done with it: no sweep takes it for a voicemail. */
async function findTake({ db, now }: GreetingCall, extension: Extension, id: string, seconds: number) {
	const values = {
		id,
		extensionId: extension.id,
		state: "recorded" as const,
		seconds,
		createdAt: now,
		changedAt: now,
	};
	const [, [row]] = await db.batch([
		db.insert(greetingRecordings).values(values).onConflictDoNothing(),
		db.select().from(greetingRecordings).where(eq(greetingRecordings.id, id)),
	]);
	if (!row || row.extensionId !== extension.id) throw new Error("the recording is another extension's");
	return row;
}

/** The extension's state; null: it cannot be kept. What was kept before is kept: a webhook may come twice. */
async function keep(
	{ db, bucket, now, later }: GreetingCall,
	extension: Extension,
	id: string,
): Promise<string | null> {
	const isIt = and(eq(greetingRecordings.id, id), eq(greetingRecordings.extensionId, extension.id));
	const isInUse = sql`EXISTS (SELECT 1 FROM extensions WHERE id = ${extension.id} AND status <> 'inactive')`;
	const [[before], , [row]] = await db.batch([
		db
			.select({ audio: extensions.greetingAudio, status: extensions.status })
			.from(extensions)
			.where(eq(extensions.id, extension.id)),
		db
			.update(greetingRecordings)
			.set({ state: "kept", changedAt: now })
			.where(and(isIt, eq(greetingRecordings.state, "stored"), isInUse)),
		db.select().from(greetingRecordings).where(isIt),
	]);
	if (!before || row?.state !== "kept") return null;
	if (before.audio !== null && before.audio !== row.audio) later(dropGreeting(db, bucket, before.audio));
	return before.status;
}

async function drop({ db, bucket, carrier, now, later }: GreetingCall, id: string): Promise<void> {
	await dropTakes(db, bucket, [id], now);
	later(deleteCarrierCopy(db, openCarrier(carrier), id, now));
}

/** Recordings that nobody keeps, and their sounds. */
export async function dropTakes(db: Db, bucket: R2Bucket, ids: readonly string[], now: Date): Promise<void> {
	const dropped = await db
		.update(greetingRecordings)
		.set({ state: "dropped", changedAt: now })
		.where(
			and(
				inArray(greetingRecordings.id, [...ids]),
				inArray(greetingRecordings.state, ["recorded", "stored"]),
			),
		)
		.returning({ audio: greetingRecordings.audio });
	for (const { audio } of dropped) if (audio !== null) await dropGreeting(db, bucket, audio);
}

/** Never fails: what is still there is deleted by the sweep. */
export async function deleteCarrierCopy(db: Db, carrier: Carrier, id: string, now: Date): Promise<void> {
	try {
		const result = await deleteRecording(carrier, id);
		if (!result.ok) return log.warn("greeting_copy_not_deleted", { problem: result.problem.kind });
		await db.update(greetingRecordings).set({ carrierDeletedAt: now }).where(eq(greetingRecordings.id, id));
	} catch (error) {
		log.warn("greeting_copy_not_deleted", { reason: describeError(error) });
	}
}
