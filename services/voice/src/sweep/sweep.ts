import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { readOfficeRow } from "@cloudpbx/db/office-row";
import { attemptPart } from "@cloudpbx/kit/attempt-part";
import { log } from "@cloudpbx/kit/log";
import type { Context } from "../context.ts";
import { selectOffice } from "../office/load-office.ts";
import { adoptRecordings } from "./adopt-recordings.ts";
import { closeStaleCalls } from "./close-stale-calls.ts";
import { deleteCarrierCopies } from "./delete-carrier-copies.ts";
import { expireVoicemails } from "./expire-voicemails.ts";
import { requestLateTranscripts, resendIngests } from "./resend-jobs.ts";
import { sweepGreetings } from "./sweep-greetings.ts";

/** Null when the part itself failed. */
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

/** In callback patiences. Two jobs for one voicemail end in the same object. */
const ingestPatience = 2;

/** Failed fetches: twice a day, until the carrier has surely lost the recording. */
const failurePatience = 72;
const failureDays = 7;

/** Whisper costs money: longer than all tries of one job. */
const transcriptPatience = 18;

const daySeconds = 24 * 60 * 60;
/** An older fallback that was never swept has been noticed by other means. */
const lookBackSeconds = 2 * daySeconds;

/** Repairs what lost callbacks, lost messages or dead services left half-done. A part that fails stops no other. */
export async function sweep(ctx: Context): Promise<SweepReport> {
	const { sweepAfterSeconds: patienceSeconds, announce } = ctx;
	const now = ctx.now();
	const wishes = await loadSettings(ctx);
	const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
	const tell = async (kind: LiveEvent["kind"], work: Promise<LiveEvent[]>) => {
		const news = await work;
		announce(news);
		return news.filter((event) => event.kind === kind).length;
	};
	const retentionDays = wishes.recordingRetentionDays;
	const report: SweepReport = {
		callsClosed: await attemptPart("callsClosed", () =>
			tell("call", closeStaleCalls(ctx, ago(patienceSeconds))),
		),
		ingestsResent: await attemptPart("ingestsResent", () =>
			resendIngests(ctx, {
				requested: ago(patienceSeconds * ingestPatience),
				failed: ago(patienceSeconds * failurePatience),
				failedCreatedSince: ago(failureDays * daySeconds),
			}),
		),
		recordingsAdopted: await attemptPart("recordingsAdopted", () =>
			tell("voicemail", adoptRecordings(ctx, { since: ago(lookBackSeconds), until: ago(patienceSeconds) })),
		),
		transcriptsRequested: await attemptPart("transcriptsRequested", () =>
			requestLateTranscripts(ctx, {
				createdBefore: ago(wishes.transcriptLateSeconds),
				requestedBefore: ago(patienceSeconds * transcriptPatience),
			}),
		),
		carrierCopiesDeleted: await attemptPart("carrierCopiesDeleted", () => deleteCarrierCopies(ctx, wishes)),
		voicemailsExpired: await attemptPart("voicemailsExpired", async () =>
			retentionDays === 0 ? 0 : tell("voicemail", expireVoicemails(ctx, ago(retentionDays * daySeconds))),
		),
		greetingsDropped: await attemptPart("greetingsDropped", () => sweepGreetings(ctx)),
	};
	log.info("sweep", report);
	return report;
}

async function loadSettings({ db }: Context) {
	const rows = await selectOffice(db);
	return readSettings(rows.flatMap((row) => readOfficeRow(row).settings));
}
