import * as z from "zod";

export const Health = z
	.object({
		isReady: z.boolean(),
		services: z.array(
			z.object({
				service: z.enum(["voice", "messaging", "campaigns", "provisioning", "admin"]),
				isReady: z.boolean(),
				message: z.string().nullable(),
			}),
		),
		phonesUrl: z
			.string()
			.nullable()
			.meta({ description: "Where the simulated phones are; null outside of the local mesh." }),
	})
	.meta({ id: "Health" });
export type Health = z.infer<typeof Health>;
