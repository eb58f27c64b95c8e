import type { VoicemailJob } from "@cloudpbx/contracts/calls/voicemails";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { readOfficeRow } from "@cloudpbx/db/office-row";
import type { Db } from "@cloudpbx/db/open-db";
import { attemptPart } from "@cloudpbx/kit/attempt-part";
import { log } from "@cloudpbx/kit/log";
import type { Carrier } from "@cloudpbx/twilio/rest/open-carrier";
import { type InstalledSettings, selectOffice } from "../office/load-office.ts";
import { adoptRecordings } from "./adopt-recordings.ts";
import { closeStaleCalls } from "./close-stale-calls.ts";
import { deleteCarrierCopies } from "./delete-carrier-copies.ts";
import { expireVoicemails } from "./expire-voicemails.ts";
import { requestLateTranscripts, resendIngests } from "./resend-jobs.ts";
import { sweepGreetings } from "./sweep-greetings.ts";

export interface SweepNeeds {
	db: Db;
	installed: InstalledSettings;
	bucket: R2Bucket;
	carrier: Carrier;
	queue: Queue<VoicemailJob>;
	/** How long the carrier may owe us a callback. */
	patienceSeconds: number;
	/** Tells browsers, after whatever is being done and without holding it up. */
	announce: (events: LiveEvent[]) => void;
}

/** How many things each part of the sweep mended; null when the part itself failed. */
export type SweepReport = Record<
	| "callsClosed"
	| "ingestsResent"
	| "recordingsAdopted"
	| "transcriptsRequested"
	| "carrierCopiesDeleted"
	| "voicemailsExpired"
	| "greetingsDropped",
	number | null
>;

/**
 * How many times longer than a callback a fetch may take. Its job may still be having its tries by then: a second one
 * beside it ends in the same object.
 */
const ingestPatience = 2;

/** The same of a fetch whose every try failed: twice a day, until the carrier has surely lost it. */
const failurePatience = 72;
const failureDays = 7;

/** The same of Whisper, which costs money each time: longer than all tries of one job with their doubling delays. */
const transcriptPatience = 18;

const daySeconds = 24 * 60 * 60;
/** A fallback that nobody swept for so long has been noticed by other means. */
const lookBackSeconds = 2 * daySeconds;

/** Mends whatever a lost callback, a lost message or a dead service left half-done. A part that fails stops no other. */
export async function sweep(needs: SweepNeeds, now: Date): Promise<SweepReport> {
	const { db, installed, bucket, carrier, queue, patienceSeconds, announce } = needs;
	const wishes = await loadWishes(db);
	const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
	const period = { since: ago(lookBackSeconds), until: ago(patienceSeconds) };
	const tell = async (kind: LiveEvent["kind"], work: Promise<LiveEvent[]>) => {
		const news = await work;
		announce(news);
		return news.filter((event) => event.kind === kind).length;
	};
	const report: SweepReport = {
		callsClosed: await attemptPart("callsClosed", () =>
			tell("call", closeStaleCalls(db, installed, carrier, ago(patienceSeconds), now)),
		),
		ingestsResent: await attemptPart("ingestsResent", () =>
			resendIngests(
				db,
				queue,
				{
					requested: ago(patienceSeconds * ingestPatience),
					failed: ago(patienceSeconds * failurePatience),
					failedCreatedSince: ago(failureDays * daySeconds),
				},
				now,
			),
		),
		recordingsAdopted: await attemptPart("recordingsAdopted", () =>
			tell("voicemail", adoptRecordings(db, installed, carrier, queue, period, now)),
		),
		transcriptsRequested: await attemptPart("transcriptsRequested", () =>
			requestLateTranscripts(
				db,
				queue,
				{
					createdBefore: ago(wishes.transcriptLateSeconds),
					requestedBefore: ago(patienceSeconds * transcriptPatience),
				},
				now,
			),
		),
		carrierCopiesDeleted: await attemptPart("carrierCopiesDeleted", () =>
			deleteCarrierCopies(db, carrier, wishes, now),
		),
		voicemailsExpired: await attemptPart("voicemailsExpired", async () =>
			wishes.recordingRetentionDays === 0
				? 0
				: tell(
						"voicemail",
						expireVoicemails(db, bucket, ago(wishes.recordingRetentionDays * daySeconds), now),
					),
		),
		greetingsDropped: await attemptPart("greetingsDropped", () => sweepGreetings(db, bucket, carrier, now)),
	};
	log.info("sweep", report);
	return report;
}

async function loadWishes(db: Db) {
	const rows = await selectOffice(db);
	return readSettings(rows.flatMap((row) => readOfficeRow(row).settings));
}
