import * as z from "zod";
import { Finding } from "./findings.ts";

/** A signed webhook that changes nothing, to be sent from outside: it must be answered with `status`, without its signature with 403. */
export const WebhookProbe = z.object({
	/** Such as `webhook:/ivr/status`. */
	id: z.string(),
	/** `fallback` answers callers when everything else fails. */
	purpose: z.enum(["calls", "fallback", "texts"]),
	url: z.string(),
	/** Form-encoded. */
	body: z.string(),
	/** The header `X-Twilio-Signature`. */
	signature: z.string(),
	status: z.int(),
});
export type WebhookProbe = z.infer<typeof WebhookProbe>;

/** What one Worker finds out about itself and what it works with. */
export interface ServiceDiagnosis {
	findings: Finding[];
	probes: WebhookProbe[];
	/** Tells credentials apart without telling them; null when some are missing or there are none to have. */
	credentials: string | null;
}

/** What the Workers find out from inside. The rest is for whoever asks, from outside. */
export const Diagnosis = z.object({
	/** By the Worker's clock. */
	checkedAt: z.iso.datetime(),
	findings: z.array(Finding),
	probes: z.array(WebhookProbe),
	/** What is in the database, for a comparison with what the migrations make. */
	database: z.object({
		migrations: z.array(z.string()),
		objects: z.array(z.object({ type: z.string(), name: z.string() })),
		/** Of small writes, in milliseconds; null when none succeeded. */
		writeMilliseconds: z.object({ p50: z.number(), p95: z.number() }).nullable(),
	}),
});
export type Diagnosis = z.infer<typeof Diagnosis>;
