import { RetentionCount, UpdateSettings, WholeSettings } from "@cloudpbx/contracts/office/settings";
import { settingLimits } from "@cloudpbx/contracts/words/setting-limits";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { ForwardField } from "../../domain/numbers/number-field.ts";
import { countExpired } from "../../operations/office/count-expired.ts";
import { initDb } from "../../operations/office/init-db.ts";
import { loadWholeSettings } from "../../operations/office/load-settings.ts";
import { updateSettings } from "../../operations/office/update-settings.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf } from "../request.ts";
import { announceSettings } from "./announce-settings.ts";

const tags = ["Settings"];
const SettingsBody = UpdateSettings.extend({ fallbackNumber: ForwardField.optional() });
const daysOf = ({ min, max }: { min: number; max: number }) =>
	z.coerce.number().int().min(min).max(max).optional();
const RetentionQuery = z.object({
	recordingRetentionDays: daysOf(settingLimits.recordingRetentionDays),
	textRetentionDays: daysOf(settingLimits.textRetentionDays),
	auditRetentionDays: daysOf(settingLimits.auditRetentionDays),
});
const Initialised = z.object({ initialised: z.array(z.string()) });

export const settings = createApi()
	.openapi(
		guardedRoute("settings:read", {
			method: "get",
			path: "/api/settings",
			tags,
			summary: "Get the settings",
			responses: { 200: jsonAnswer(WholeSettings, "The values in force.") },
		}),
		async (c) => c.json(await loadWholeSettings(contextOf(c)), 200),
	)
	.openapi(
		guardedRoute("settings:write", {
			method: "put",
			path: "/api/settings",
			tags,
			summary: "Change the settings",
			description:
				"Takes the whole object of GET, or only the changes. An old `version` is refused (409), with both values; without a `version` the last write wins.",
			request: { body: jsonBody(SettingsBody) },
			responses: { 200: jsonAnswer(WholeSettings, "The values in force now.") },
		}),
		async (c) => {
			const saved = unwrap(await updateSettings(contextOf(c), c.req.valid("json")));
			announceSettings(c);
			return c.json(saved, 200);
		},
	)
	.openapi(
		guardedRoute("settings:read", {
			method: "get",
			path: "/api/settings/retention",
			tags,
			summary: "Count what would be deleted",
			description:
				"Counts voicemails, texts and audit entries that are older than a number of days. Deletes nothing.",
			request: { query: RetentionQuery },
			responses: { 200: jsonAnswer(RetentionCount, "What is older.") },
		}),
		async (c) => c.json(await countExpired(contextOf(c), c.req.valid("query")), 200),
	)
	.openapi(
		guardedRoute("owner", {
			method: "post",
			path: "/api/init-db",
			tags,
			summary: "Write down the settings that have no value yet",
			description: "Does nothing the second time.",
			responses: { 200: jsonAnswer(Initialised, "The settings that were written.") },
		}),
		async (c) => c.json({ initialised: await initDb(contextOf(c)) }, 200),
	);
