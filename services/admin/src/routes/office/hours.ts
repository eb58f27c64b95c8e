import { HolidaysOfYear, OpeningNow, UpdateHours, WholeHours } from "@cloudpbx/contracts/office/hours";
import { holidayCountries, hoursLimits } from "@cloudpbx/contracts/words/hours-words";
import { listHolidaysWithin } from "@cloudpbx/domain/hours/holidays";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import {
	hoursFacts,
	readStoredHours,
	toOpening,
	withoutEndedOverride,
} from "../../operations/office/stored-hours.ts";
import { updateHours } from "../../operations/office/update-hours.ts";
import { unwrapNested } from "../../refusal-error.ts";
import { contextOf } from "../request.ts";
import { announceSettings } from "./announce-settings.ts";

const tags = ["Hours"];
const closedField = /^(closed\.\w+): (.+)$/;
const NowQuery = z.object({
	at: z.iso.datetime({ offset: true, error: "An instant such as 2026-12-25T17:00:00Z." }).optional(),
});
const YearQuery = z.object({
	country: z.enum(holidayCountries),
	year: z.coerce.number().int().min(2000).max(hoursLimits.lastYear),
});

export const hours = createApi()
	.openapi(
		guardedRoute(
			"settings:read",
			{
				method: "get",
				path: "/api/hours",
				tags,
				summary: "Get the opening hours",
				description:
					"An empty `week` means always open. An override that has ended is null. Times are in the company's time zone.",
				responses: { 200: jsonAnswer(WholeHours, "The values in force.") },
			},
			{ alongside: hoursFacts },
		),
		(c) => {
			const [rows] = hoursFacts.of(c);
			return c.json(withoutEndedOverride(readStoredHours(rows), new Date()), 200);
		},
	)
	.openapi(
		guardedRoute("settings:write", {
			method: "put",
			path: "/api/hours",
			tags,
			summary: "Change the opening hours",
			description:
				"Takes the whole object of GET, or only the changes. `override` alone opens or closes until an instant; null ends it. An old `version` is refused (409), with both values; without a `version` the last write wins.",
			request: { body: jsonBody(UpdateHours) },
			responses: { 200: jsonAnswer(WholeHours, "The values in force now.") },
		}),
		async (c) => {
			const saved = unwrapNested(await updateHours(contextOf(c), c.req.valid("json")), closedField);
			announceSettings(c);
			return c.json(saved, 200);
		},
	)
	.openapi(
		guardedRoute(
			"settings:read",
			{
				method: "get",
				path: "/api/hours/now",
				tags,
				summary: "Is it open?",
				description: "The state now or at an instant, by the stored hours.",
				request: { query: NowQuery },
				responses: { 200: jsonAnswer(OpeningNow, "Open or closed, the reason, and until when.") },
			},
			{ alongside: hoursFacts },
		),
		(c) => {
			const { at } = c.req.valid("query");
			const [rows] = hoursFacts.of(c);
			return c.json(toOpening(rows, c.env, at === undefined ? new Date() : new Date(at)), 200);
		},
	)
	.openapi(
		guardedRoute("settings:read", {
			method: "get",
			path: "/api/hours/holidays",
			tags,
			summary: "List the federal holidays of a year",
			description: "Holidays of the United States or Canada, with the days on which they are observed.",
			request: { query: YearQuery },
			responses: { 200: jsonAnswer(HolidaysOfYear, "In their order.") },
		}),
		(c) => {
			const { country, year } = c.req.valid("query");
			return c.json({ country, year, holidays: listHolidaysWithin(country, year) }, 200);
		},
	);
