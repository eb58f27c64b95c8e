import * as z from "zod";
import { PhoneNumber } from "../extensions/numbers.ts";
import { Role, Scope } from "./scopes.ts";

/** Badges stop here, so that a large inbox costs no more than a small one. */
export const badgeMax = 1000;

const badge = z.int().min(0).max(badgeMax).optional();

export const Session = z
	.object({
		person: z
			.object({
				id: z.string(),
				name: z.string(),
				email: z.string(),
				extension: z.string().nullable(),
				groups: z.array(z.object({ ext: z.string(), name: z.string() })).meta({
					description: "The groups whose voicemail an agent hears; empty for other roles, who hear all.",
				}),
			})
			.nullable()
			.meta({ description: "Null for a key." }),
		role: Role.nullable().meta({ description: "Null for a key." }),
		scopes: z.array(Scope),
		companyName: z.string(),
		timeZone: z.string(),
		phonesUrl: z
			.string()
			.nullable()
			.meta({ description: "Where the simulated phones are; null outside of the local mesh." }),
		numbers: z
			.array(PhoneNumber.pick({ id: true, number: true, label: true, extension: true, kind: true }))
			.meta({
				description:
					"The first 200 in numerical order. Empty without `numbers:read` and without `messages:read`.",
			}),
		badges: z
			.object({ conversationsWaiting: badge, conversationsUnread: badge, voicemailsUnheard: badge })
			.meta({
				description:
					"Counted up to 1000. Those of conversations need `messages:read`, that of voicemail `voicemails:read`; an agent's is of the own extension and its groups.",
			}),
	})
	.meta({ id: "Session" });
export type Session = z.infer<typeof Session>;
