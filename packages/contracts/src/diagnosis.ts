import * as z from "zod";
import { Finding } from "./findings.ts";
import { instant } from "./instant.ts";

export const WebhookProbe = z.object({
	/** Such as `/ivr/self-test`. */
	id: z.string(),
	purpose: z.enum(["calls", "fallback", "texts"]),
	url: z.string(),
	/** Form-encoded body and `X-Twilio-Signature`, to be answered with 200; null: only unsigned requests. */
	signed: z.object({ body: z.string(), signature: z.string() }).nullable(),
	/** Ours refuse an unsigned request with 403. Others only have to answer. */
	isOurs: z.boolean(),
});
export type WebhookProbe = z.infer<typeof WebhookProbe>;

export interface ServiceDiagnosis {
	findings: Finding[];
	probes: WebhookProbe[];
	/** Tells credentials for the carrier apart without revealing them; null when some are missing. */
	credentials: string | null;
}

/** Findings of the Workers from inside; the caller adds those from outside. */
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
