import * as z from "zod";
import { Finding } from "./findings.ts";
import { instant } from "./instant.ts";

/** A webhook to be sent from outside, where the carrier is: it changes nothing. */
export const WebhookProbe = z.object({
	/** Such as `/ivr/self-test`. */
	id: z.string(),
	/** `fallback` answers callers when everything else fails. */
	purpose: z.enum(["calls", "fallback", "texts"]),
	url: z.string(),
	/**
	 * What the carrier would post, form-encoded, with its `X-Twilio-Signature`: to be answered with 200. Null when only strangers
	 * are to be refused.
	 */
	signed: z.object({ body: z.string(), signature: z.string() }).nullable(),
	/** Ours refuse a request without a signature with 403. Others are only to be there. */
	isOurs: z.boolean(),
});
export type WebhookProbe = z.infer<typeof WebhookProbe>;

/** What one Worker finds out about itself and what it works with. */
export interface ServiceDiagnosis {
	findings: Finding[];
	probes: WebhookProbe[];
	/** Tells credentials for the carrier apart without telling them; null when some are missing. */
	credentials: string | null;
}

/** What the Workers find out from inside. The rest is for whoever asks, from outside. */
export const Diagnosis = z.object({
	checkedAt: instant.meta({ description: "By the Worker's clock, when it answers." }),
	findings: z.array(Finding),
	probes: z.array(WebhookProbe).meta({ description: "Webhooks to try from outside; none changes anything." }),
	database: z
		.object({
			migrations: z.array(z.string()),
			objects: z.array(z.object({ type: z.string(), name: z.string() })),
			writeMilliseconds: z
				.object({ p50: z.number(), p95: z.number() })
				.nullable()
				.meta({ description: "Of small writes; null when none succeeded." }),
		})
		.meta({ description: "To be compared with what the migrations make." }),
});
export type Diagnosis = z.infer<typeof Diagnosis>;
