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
/** Empty: none. A person's is needed when it is created. */
const email = z
	.string()
	.trim()
	.max(254)
	.refine((text) => text === "" || z.email().safeParse(text).success, notAnAddress)
	.meta({ format: "email" });
const phone = z.string().trim().max(40);
/** As typed, national or E.164; provisioning reads and stores it as E.164. Null or empty: voicemail at once. */
const forwardTo = phone.nullable();
export const tooManyPhones = `A person has at most ${phonesMax} telephones: forwardTo, and ${phonesMax - 1} that ring with it.`;
/** A person's further telephones, which ring together with `forwardTo`. */
const alsoRing = z.array(phone.min(1, "A telephone number is needed.")).max(phonesMax - 1, tooManyPhones);
const purpose = z.string().trim().max(purposeLength);
const answerWith = z.enum(answerWays);
const kind = z.enum(extensionKinds);
/** A group's members by their three keys, in the order in which they ring. */
const members = z.array(Ext).max(membersMax, `A group has at most ${membersMax} members.`);
const ringing = z.enum(ringingWays);
const ringSeconds = z.int().min(ringSecondsLimits.min).max(ringSecondsLimits.max).nullable();
const greeting = z
	.string()
	.trim()
	.max(voicemailGreetingLength)
	.nullable()
	.transform((text) => text || null);

/** What may be said of an extension, at first and later. Which fields are a person's and which a group's, provisioning checks. */
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

/**
 * What `POST /api/extensions` takes: a person, unless `kind` says otherwise, has a department and an e-mail address. Without an
 * area code the number is chosen where the company's others are.
 */
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

/**
 * What `PUT /api/extensions/:id` takes: an absent field stays as it is, an old `version` is refused. The number is changed by
 * assigning one.
 */
export const UpdateExtension = z.object({
	/** Only as it is: a person never becomes a group. */
	kind: kind.optional(),
	ext: Ext.optional(),
	name: name.optional(),
	department: department.optional(),
	email: email.optional(),
	...optional,
	version: Version.optional(),
});
export type UpdateExtension = z.infer<typeof UpdateExtension>;

/** As every border shows it. */
export const Extension = z.object({
	id: z.string(),
	kind,
	ext: z.string(),
	name: z.string(),
	department: z.string(),
	/** Empty for a group. */
	email: z.string(),
	/** E.164 where it rings; null: voicemail at once. Always null for a group, which rings its members. */
	forwardTo: z.string().nullable(),
	/** Further telephones of a person, E.164; they ring together with `forwardTo`. */
	alsoRing: z.array(z.string()),
	/** How its telephone takes a call; `key`: whoever picks up presses 1, so that no mailbox takes it. */
	answerWith,
	/** What callers should be sent here for, in the owner's words; empty: its name and department say it. */
	purpose: z.string(),
	/** A group's members by their keys of today, in their order; empty for a person. */
	members: z.array(z.string()),
	/** How a group's members ring. */
	ringing,
	/** How long it rings, in seconds; null: as long as the company's setting `ringSeconds` says. */
	ringSeconds: z.int().nullable(),
	/** What callers hear before they leave a message; null: the product's own words. */
	greeting: z.string().nullable(),
	/** The kind of the recording that callers hear in place of `greeting`; null: none. It has routes of its own. */
	greetingAudio: z.enum(audioTypes).nullable(),
	/** When it takes calls; null: when the company does. */
	hours: DestinationHours,
	/** Its own number, E.164; null while it is provisioned, after a failure and after its release. */
	number: z.string().nullable(),
	numberId: z.string().nullable(),
	/** When its number goes back to the carrier: only after the extension was deactivated. */
	numberReleaseAt: instant.nullable(),
	/** Where its number was asked for. */
	areaCode: z.string().nullable(),
	status: z.enum(extensionStatuses),
	/** Why it failed, in words for its owner; null otherwise. */
	reason: z.string().nullable(),
	/** Of what `UpdateExtension` changes: getting a number or its state leaves it. */
	version: Version,
	createdAt: instant,
	updatedAt: instant,
});
export type Extension = z.infer<typeof Extension>;

/** A group that somebody is a member of. */
export interface OwnGroup {
	id: string;
	/** Its three keys of today. */
	ext: string;
	name: string;
	/** When it was made, in milliseconds since 1970. */
	since: number;
}
