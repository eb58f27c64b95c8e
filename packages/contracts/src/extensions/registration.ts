import * as z from "zod";
import type { Page } from "../api/page.ts";
import { Finding } from "../findings.ts";
import { NumberKind } from "./numbers.ts";

/** `none`: nothing was submitted. `suspended`: it was approved before. */
export const RegistrationStatus = z.enum(["none", "pending", "approved", "rejected", "suspended"]);
export type RegistrationStatus = z.infer<typeof RegistrationStatus>;

const Registered = z.object({
	status: RegistrationStatus,
	reason: z.string().nullable(),
});
export type Registered = z.infer<typeof Registered>;

/** `number`: texts go where the number says. `here`: to us. `nowhere`: they are dropped. */
export const InboundRoute = z.enum(["number", "here", "elsewhere", "nowhere"]);
export type InboundRoute = z.infer<typeof InboundRoute>;

export const SenderRegistration = z.object({
	numberId: z.string(),
	number: z.string(),
	kind: NumberKind,
	/** Whether the networks take texts from it. */
	canText: z.boolean(),
	tollFreeVerification: Registered.nullable(),
	brand: Registered.nullable(),
	campaign: Registered.nullable(),
	messagingService: z.object({ id: z.string(), name: z.string(), inbound: InboundRoute }).nullable(),
	/** The most pressing first. */
	findings: z.array(Finding),
	/** Null when everything is in order. */
	nextStep: z.string().nullable(),
});
export type SenderRegistration = z.infer<typeof SenderRegistration>;

export interface Registration extends Page<SenderRegistration> {
	checkedAt: string;
	accountType: RegistrationCheck["accountType"];
}

/** All numbers of the company in numerical order. */
export interface RegistrationCheck {
	checkedAt: string;
	accountType: "full" | "trial";
	senders: SenderRegistration[];
}
