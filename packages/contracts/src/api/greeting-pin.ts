import * as z from "zod";
import { greetingPinLimits } from "../words/extension-limits.ts";

const { min, max } = greetingPinLimits;

export const GreetingPin = z
	.object({
		pin: z.string().regex(new RegExp(`^[0-9]{${min},${max}}$`), `A PIN is ${min} to ${max} digits.`),
	})
	.meta({ id: "GreetingPin" });

export const GreetingPinState = z.object({ isSet: z.boolean() }).meta({ id: "GreetingPinState" });
export type GreetingPinState = z.infer<typeof GreetingPinState>;
