import { openDb } from "@cloudpbx/db/open-db";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { carrierOf } from "./carrier.ts";
import { sweep } from "./operations/sweep/sweep.ts";

export async function runCron(_controller: ScheduledController, env: VoiceEnv): Promise<void> {
	const needs = {
		db: openDb(env.DB),
		bucket: env.VOICEMAIL_AUDIO,
		carrier: openCarrier(carrierOf(env)),
		queue: env.INGEST_QUEUE,
		patienceSeconds: env.SWEEP_AFTER_SECONDS,
	};
	await sweep(needs, new Date());
}
