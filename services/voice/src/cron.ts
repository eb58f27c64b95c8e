import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import { markCron } from "@cloudpbx/db/mark-work";
import { openDb } from "@cloudpbx/db/open-db";
import { announceLive } from "@cloudpbx/kit/announce-live";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { carrierOf } from "./carrier.ts";
import { messagingOf } from "./messaging.ts";
import { sweep } from "./sweep/sweep.ts";

export async function runCron(
	_controller: ScheduledController,
	env: VoiceEnv,
	context: Pick<ExecutionContext, "waitUntil">,
): Promise<void> {
	const needs = {
		db: openDb(env.DB),
		installed: env,
		bucket: env.VOICEMAIL_AUDIO,
		carrier: openCarrier(carrierOf(env)),
		queue: env.INGEST_QUEUE,
		patienceSeconds: env.SWEEP_AFTER_SECONDS,
		announce: (events: LiveEvent[]) => announceLive(messagingOf(env), context, events),
	};
	await sweep(needs, new Date());
	await markCron(needs.db, "voice", new Date());
}
