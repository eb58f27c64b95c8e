import type { NumberTrouble } from "@cloudpbx/contracts/extensions/numbers";
import type { DestinationHours } from "@cloudpbx/contracts/office/hours";
import { answerWays, extensionKinds, ringingWays } from "@cloudpbx/contracts/words/answer-ways";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** People and groups with three keys. Sole writer of all tables here: services/provisioning. */
export const extensions = sqliteTable(
	"extensions",
	{
		id: text("id").primaryKey(),
		ext: text("ext").notNull(),
		name: text("name").notNull(),
		department: text("department").notNull().default(""),
		email: text("email").notNull().default(""),
		/** Null: voicemail at once. */
		forwardTo: text("forward_to"),
		/** By the key 1, so that no mailbox takes the call, or when picked up. */
		answerWith: text("answer_with", { enum: answerWays }).notNull().default("key"),
		/** The reasons to call, in the owner's words; empty: none. */
		purpose: text("purpose").notNull().default(""),
		kind: text("kind", { enum: extensionKinds }).notNull().default("person"),
		/** A person's other telephones in E.164, which ring with `forwardTo`. */
		alsoRing: text("also_ring", { mode: "json" }).$type<string[]>().notNull().default([]),
		members: text("members", { mode: "json" }).$type<string[]>().notNull().default([]),
		ringing: text("ringing", { enum: ringingWays }).notNull().default("together"),
		/** Null: the company's setting. */
		ringSeconds: integer("ring_seconds"),
		/** Null: the company's hours. */
		hours: text("hours", { mode: "json" }).$type<Exclude<DestinationHours, null>>(),
		/** Null: the product's own words. */
		greeting: text("greeting"),
		/** Key in R2 of the recording that replaces `greeting`. */
		greetingAudio: text("greeting_audio"),
		status: text("status", { enum: ["provisioning", "active", "failed", "inactive"] }).notNull(),
		reason: text("reason"),
		areaCode: text("area_code"),
		/** Counts searches for a number; part of the Workflow's id. */
		provisioningRun: integer("provisioning_run").notNull().default(1),
		deactivatedAt: integer("deactivated_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		version: integer("version").notNull().default(1),
	},
	(table) => [
		// An inactive extension keeps its row for history and releases its keys.
		uniqueIndex("extensions_ext_in_use").on(table.ext).where(sql`status <> 'inactive'`),
	],
);

export const phoneNumbers = sqliteTable(
	"phone_numbers",
	{
		id: text("id").primaryKey(),
		number: text("number").notNull(),
		carrierId: text("carrier_id"),
		kind: text("kind", { enum: ["toll_free", "local"] }).notNull(),
		/** Null: the company's menu. */
		extensionId: text("extension_id").references(() => extensions.id),
		/** When it is returned to the carrier; null: it stays. */
		releaseAt: integer("release_at", { mode: "timestamp_ms" }),
		/** Set before the carrier takes it back, and never cleared: it cannot be assigned any more. */
		releasingAt: integer("releasing_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		label: text("label"),
		version: integer("version").notNull().default(1),
	},
	(table) => [
		uniqueIndex("phone_numbers_number").on(table.number),
		index("phone_numbers_extension").on(table.extensionId),
		index("phone_numbers_release").on(table.releaseAt).where(sql`release_at IS NOT NULL`),
	],
);

/**
 * Every purchase, stored before the carrier is asked. `buying`: asked, result perhaps unknown. `bought`: ours.
 * `stored`: in phone_numbers. `refused`: not sold. `releasing`: not needed, to be returned. `released`: returned.
 */
export const numberOrders = sqliteTable(
	"number_orders",
	{
		id: text("id").primaryKey(),
		/** An extension's id, or `spare-` and the wanted kind. One open order each. */
		purpose: text("purpose").notNull(),
		extensionId: text("extension_id").references(() => extensions.id),
		kind: text("kind", { enum: ["toll_free", "local"] }).notNull(),
		number: text("number").notNull(),
		/** Our label at the carrier, by which a lost purchase is recognised. */
		label: text("label").notNull(),
		status: text("status", {
			enum: ["buying", "bought", "stored", "refused", "releasing", "released"],
		}).notNull(),
		carrierId: text("carrier_id"),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
	},
	(table) => [
		uniqueIndex("number_orders_purpose_open").on(table.purpose).where(sql`status IN ('buying', 'bought')`),
		uniqueIndex("number_orders_number_open")
			.on(table.number)
			.where(sql`status IN ('buying', 'bought', 'releasing')`),
		index("number_orders_open").on(table.updatedAt).where(sql`status IN ('buying', 'bought', 'releasing')`),
	],
);

/** The latest comparison with the carrier, one row. A number that is repaired or returned leaves it. */
export const numberChecks = sqliteTable("number_checks", {
	id: integer("id").primaryKey(),
	checkedAt: integer("checked_at", { mode: "timestamp_ms" }).notNull(),
	troubles: text("troubles", { mode: "json" }).$type<NumberTrouble[]>().notNull(),
});

/** Everything that decides a call. Kept by triggers (migration 0017); JSON shapes: `office-row.ts`. */
export const office = sqliteTable("office", {
	id: integer("id").primaryKey(),
	version: integer("version").notNull(),
	settings: text("settings").notNull(),
	extensions: text("extensions").notNull(),
	/** By our number: three keys, or null for the company's menu. */
	lines: text("lines").notNull(),
});
