import * as z from "zod";
import { ContactTag } from "../contacts/contacts.ts";

const tagsMax = 50;

export const Audience = z
	.strictObject({
		tags: z.array(ContactTag).min(1).max(tagsMax).meta({ description: "Contacts with any of these." }),
		notTags: z.array(ContactTag).max(tagsMax).optional().meta({ description: "And with none of these." }),
		notTextedForDays: z
			.int()
			.min(1)
			.max(3650)
			.optional()
			.meta({ description: "Only contacts who were not texted from here for this many days." }),
	})
	.meta({ id: "Audience" });
export type Audience = z.infer<typeof Audience>;
