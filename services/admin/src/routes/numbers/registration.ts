import { pageOf } from "@cloudpbx/contracts/api/page";
import { SenderRegistration } from "@cloudpbx/contracts/extensions/registration";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { readFrom } from "../request.ts";

const Registration = pageOf(SenderRegistration.meta({ id: "SenderRegistration" })).extend({
	checkedAt: z.iso.datetime().meta({ description: "When the carrier was asked." }),
	accountType: z.enum(["full", "trial"]).meta({ description: "A trial texts verified numbers only." }),
});

export const registration = createApi().openapi(
	guardedRoute("numbers:read", {
		method: "get",
		path: "/api/registration",
		tags: ["Numbers"],
		summary: "Read how the numbers are registered for texting",
		description:
			"Asks the carrier now for the toll-free verification, the 10DLC brand and campaign, and the Messaging Service. Says what is missing, and the next step.",
		responses: { 200: jsonAnswer(Registration, "Every number, in numerical order.") },
	}),
	async (c) => {
		const check = await readFrom("provisioning", c.env.PROVISIONING.readRegistration());
		const { senders, checkedAt, accountType } = check;
		return c.json({ items: senders, nextCursor: null, checkedAt, accountType }, 200);
	},
);
