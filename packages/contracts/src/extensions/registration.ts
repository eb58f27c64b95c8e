import * as z from "zod";
import type { Page } from "../api/page.ts";
import { Finding } from "../findings.ts";
import { NumberKind } from "./numbers.ts";

/** `none`: nothing was handed in. `suspended`: it was approved before. */
export const RegistrationStatus = z.enum(["none", "pending", "approved", "rejected", "suspended"]);
export type RegistrationStatus = z.infer<typeof RegistrationStatus>;

const Registered = z.object({
	status: RegistrationStatus,
	/** Why it was rejected, in the carrier's words; null when it gave none. */
	reason: z.string().nullable(),
});
export type Registered = z.infer<typeof Registered>;

/** `number`: texts go where the number says. `here`: to us. `elsewhere`: to a stranger. `nowhere`: they are dropped. */
export const InboundRoute = z.enum(["number", "here", "elsewhere", "nowhere"]);
export type InboundRoute = z.infer<typeof InboundRoute>;

/** What the carrier knows of one of our numbers as a sender of texts. */
export const SenderRegistration = z.object({
	numberId: z.string(),
	number: z.string(),
	kind: NumberKind,
	/** Whether the networks take texts from it. */
	canText: z.boolean(),
	/** Of a toll-free number; null for others. */
	tollFreeVerification: Registered.nullable(),
	/** 10DLC, of a local number; null for others. */
	brand: Registered.nullable(),
	campaign: Registered.nullable(),
	/** The Messaging Service that the number is in; null when it is in none. */
	messagingService: z.object({ id: z.string(), name: z.string(), inbound: InboundRoute }).nullable(),
	/** What is missing, most pressing first. */
	findings: z.array(Finding),
	/** What to do next; null when everything is in order. */
	nextStep: z.string().nullable(),
});
export type SenderRegistration = z.infer<typeof SenderRegistration>;

/** What `GET /api/registration` answers. */
export interface Registration extends Page<SenderRegistration> {
	checkedAt: string;
	accountType: RegistrationCheck["accountType"];
}

/** Of every number of the company, in numerical order. */
export interface RegistrationCheck {
	checkedAt: string;
	/** A trial account texts verified numbers only, and marks each text. */
	accountType: "full" | "trial";
	senders: SenderRegistration[];
}
