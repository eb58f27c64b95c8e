import * as z from "zod";
import { instant } from "../instant.ts";
import { DestinationHours } from "../office/hours.ts";
import { Version } from "../version.ts";
import { answerWays, extensionKinds, ringingWays } from "../words/answer-ways.ts";
import {
	audioTypes,
	membersMax,
	phonesMax,
	purposeLength,
	ringSecondsLimits,
	voicemailGreetingLength,
} from "../words/extension-limits.ts";
import { Ext } from "./ext.ts";

export const extensionStatuses = ["provisioning", "active", "failed", "inactive"] as const;
export type ExtensionStatus = (typeof extensionStatuses)[number];

/** North American: three digits, the first is neither 0 nor 1. */
export const AreaCode = z
	.string()
	.regex(/^[2-9]\d{2}$/, "An area code is three digits and begins with 2 to 9.");
export type AreaCode = z.infer<typeof AreaCode>;

const name = z.string().trim().min(1, "A name is needed.").max(100);
const department = z.string().trim().max(100);
const notAnAddress = "This is not an e-mail address.";
/** Empty: none. A person's is required at creation. */
const email = z
	.string()
	.trim()
	.max(254)
	.refine((text) => text === "" || z.email().safeParse(text).success, notAnAddress)
	.meta({ format: "email" });
const phone = z.string().trim().max(40);
/** As typed; provisioning stores it as E.164. Null or empty: voicemail at once. */
const forwardTo = phone.nullable();
export const tooManyPhones = `A person has at most ${phonesMax} telephones: forwardTo, and ${phonesMax - 1} that ring with it.`;
/** Further telephones of a person, which ring together with `forwardTo`. */
const alsoRing = z.array(phone.min(1, "A telephone number is needed.")).max(phonesMax - 1, tooManyPhones);
const purpose = z.string().trim().max(purposeLength);
const answerWith = z.enum(answerWays);
const kind = z.enum(extensionKinds);
const members = z.array(Ext).max(membersMax, `A group has at most ${membersMax} members.`);
const ringing = z.enum(ringingWays);
const ringSeconds = z.int().min(ringSecondsLimits.min).max(ringSecondsLimits.max).nullable();
const greeting = z
	.string()
	.trim()
	.max(voicemailGreetingLength)
	.nullable()
	.transform((text) => text || null);

const optional = {
	forwardTo: forwardTo.optional(),
	alsoRing: alsoRing.optional(),
	answerWith: answerWith.optional(),
	purpose: purpose.optional(),
	members: members.optional(),
	ringing: ringing.optional(),
	ringSeconds: ringSeconds.optional(),
	greeting: greeting.optional(),
	hours: DestinationHours.optional(),
};

/** Without `kind` a person, who needs a department and an e-mail. Without an area code: the company's. */
export const CreateExtension = z
	.object({
		kind: kind.optional(),
		ext: Ext,
		name,
		department: department.optional(),
		email: email.optional(),
		...optional,
		areaCode: AreaCode.optional(),
	})
	.superRefine((input, context) => {
		if (input.kind === "group") return;
		if (input.department === undefined)
			context.addIssue({
				code: "custom",
				message: "A person has one; it may be empty.",
				path: ["department"],
			});
		if (!input.email) context.addIssue({ code: "custom", message: notAnAddress, path: ["email"] });
	});
export type CreateExtension = z.infer<typeof CreateExtension>;

/** An absent field stays, an old `version` is refused. Numbers are changed by assigning them. */
export const UpdateExtension = z.object({
	/** Only its present value: a person never becomes a group. */
	kind: kind.optional(),
	ext: Ext.optional(),
	name: name.optional(),
	department: department.optional(),
	email: email.optional(),
	...optional,
	version: Version.optional(),
});
export type UpdateExtension = z.infer<typeof UpdateExtension>;

export const Extension = z.object({
	id: z.string(),
	kind,
	ext: z.string(),
	name: z.string(),
	department: z.string(),
	email: z.string(),
	/** E.164; null: voicemail at once. Always null for a group. */
	forwardTo: z.string().nullable(),
	alsoRing: z.array(z.string()),
	/** `key`: the person presses 1, so that no mailbox takes the call. */
	answerWith,
	/** Why callers are sent here, in the owner's words; empty: name and department say it. */
	purpose: z.string(),
	/** Extensions of a group's members in their order; empty for a person. */
	members: z.array(z.string()),
	ringing,
	ringSeconds: z.int().nullable(),
	/** Text that callers hear before they leave a message; null: the product's own words. */
	greeting: z.string().nullable(),
	/** The kind of the recording that replaces `greeting`; null: none. It has its own routes. */
	greetingAudio: z.enum(audioTypes).nullable(),
	hours: DestinationHours,
	/** Its own number, E.164; null during provisioning, after a failure and after release. */
	number: z.string().nullable(),
	numberId: z.string().nullable(),
	/** When its number goes back to the carrier; only after deactivation. */
	numberReleaseAt: instant.nullable(),
	areaCode: z.string().nullable(),
	status: z.enum(extensionStatuses),
	/** Why it failed, in words for the owner; otherwise null. */
	reason: z.string().nullable(),
	/** Counts changes by `UpdateExtension`; a new number or state does not count. */
	version: Version,
	createdAt: instant,
	updatedAt: instant,
});
export type Extension = z.infer<typeof Extension>;

export interface OwnGroup {
	id: string;
	ext: string;
	name: string;
	since: number;
}
