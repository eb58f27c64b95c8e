import type { NumberTrouble } from "@cloudpbx/contracts/extensions/numbers";
import type { DestinationHours } from "@cloudpbx/contracts/office/hours";
import { answerWays, extensionKinds, ringingWays } from "@cloudpbx/contracts/words/answer-ways";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** People and groups that can be reached by three keys. Sole writer: services/provisioning. */
export const extensions = sqliteTable(
	"extensions",
	{
		id: text("id").primaryKey(),
		ext: text("ext").notNull(),
		name: text("name").notNull(),
		department: text("department").notNull().default(""),
		email: text("email").notNull().default(""),
		/** Where it rings; null means voicemail at once. */
		forwardTo: text("forward_to"),
		/** How its telephone takes a call: by the key 1, so that no mailbox takes it, or as soon as it is picked up. */
		answerWith: text("answer_with", { enum: answerWays }).notNull().default("key"),
		/** What callers should be sent here for, in the owner's words; empty: only its name and department say it. */
		purpose: text("purpose").notNull().default(""),
		kind: text("kind", { enum: extensionKinds }).notNull().default("person"),
		/** A person's other telephones, E.164; they ring together with `forwardTo`. */
		alsoRing: text("also_ring", { mode: "json" }).$type<string[]>().notNull().default([]),
		/** A group's members, ids of persons, in their order. */
		members: text("members", { mode: "json" }).$type<string[]>().notNull().default([]),
		/** How a group's members ring. */
		ringing: text("ringing", { enum: ringingWays }).notNull().default("together"),
		/** How long it rings; null: as long as the company's setting says. */
		ringSeconds: integer("ring_seconds"),
		/** Its own opening hours; null: the company's. */
		hours: text("hours", { mode: "json" }).$type<Exclude<DestinationHours, null>>(),
		/** What callers hear before they leave a message; null: the product's own words. */
		greeting: text("greeting"),
		/** The recording that is played in place of `greeting`: its key in R2. */
		greetingAudio: text("greeting_audio"),
		status: text("status", { enum: ["provisioning", "active", "failed", "inactive"] }).notNull(),
		/** Why it failed, in the owner's words. */
		reason: text("reason"),
		/** Where its number is looked for; null: anywhere in the country. */
		areaCode: text("area_code"),
		/** Counts the searches for its number; part of the id of the Workflow that makes one. */
		provisioningRun: integer("provisioning_run").notNull().default(1),
		deactivatedAt: integer("deactivated_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
		/** Grows with every change of what its form shows: a write on an old one is refused. */
		version: integer("version").notNull().default(1),
	},
	(table) => [
		// An inactive extension keeps its row for history and gives its three keys back.
		uniqueIndex("extensions_ext_in_use").on(table.ext).where(sql`status <> 'inactive'`),
	],
);

/** Numbers rented from the carrier. Sole writer: services/provisioning. */
export const phoneNumbers = sqliteTable(
	"phone_numbers",
	{
		id: text("id").primaryKey(),
		number: text("number").notNull(),
		carrierId: text("carrier_id"),
		kind: text("kind", { enum: ["toll_free", "local"] }).notNull(),
		/** The extension it rings; null plays the company's menu. */
		extensionId: text("extension_id").references(() => extensions.id),
		/** When it goes back to the carrier; null: it stays. */
		releaseAt: integer("release_at", { mode: "timestamp_ms" }),
		/** Set once and for all before the carrier is told to take it back: nobody may be given it any more. */
		releasingAt: integer("releasing_at", { mode: "timestamp_ms" }),
		createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
		/** What the company calls it, such as "Sales line"; null: nothing. */
		label: text("label"),
		/** Grows with every change of what it does or is called: a write on an old one is refused. */
		version: integer("version").notNull().default(1),
	},
	(table) => [
		uniqueIndex("phone_numbers_number").on(table.number),
		index("phone_numbers_extension").on(table.extensionId),
		index("phone_numbers_release").on(table.releaseAt).where(sql`release_at IS NOT NULL`),
	],
);

/**
 * Every purchase, written before the carrier is asked, so that no number is paid for without a row that names it.
 * `buying`: asked, or about to be; the answer may be lost. `bought`: the carrier says it is ours. `stored`: it is in
 * phone_numbers. `refused`: not sold to us. `releasing`: not needed after all, to be given back. `released`: given back.
 * Sole writer: services/provisioning.
 */
export const numberOrders = sqliteTable(
	"number_orders",
	{
		id: text("id").primaryKey(),
		/** Whom the number is for: an extension's id, or `spare-` and what was wanted. One order at a time. */
		purpose: text("purpose").notNull(),
		extensionId: text("extension_id").references(() => extensions.id),
		kind: text("kind", { enum: ["toll_free", "local"] }).notNull(),
		number: text("number").notNull(),
		/** Our mark in the carrier's free text; a number of ours whose purchase we lost track of is known by it. */
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

/**
 * The latest comparison with what the carrier has, one row: nothing that is looked at often asks the carrier. A number that is
 * repaired, taken up or given back leaves it.
 */
export const numberChecks = sqliteTable("number_checks", {
	/** Always 1. */
	id: integer("id").primaryKey(),
	/** When the comparison began. */
	checkedAt: integer("checked_at", { mode: "timestamp_ms" }).notNull(),
	troubles: text("troubles", { mode: "json" }).$type<NumberTrouble[]>().notNull(),
});

/**
 * All that decides a call, as one row: who can be reached, what the owner chose, and which numbers lead where. Triggers on
 * `settings`, `extensions` and `phone_numbers` keep it (migration 0017) from the view `office_now`; nothing else writes here.
 * `packages/db/src/office-row.ts` has the shapes of the JSON.
 */
export const office = sqliteTable("office", {
	/** Always 1. */
	id: integer("id").primaryKey(),
	/** Grows with every change. */
	version: integer("version").notNull(),
	/** Stored settings by key. */
	settings: text("settings").notNull(),
	/** Everybody with three keys, in no order. */
	extensions: text("extensions").notNull(),
	/** By our number: the three keys that it leads to, or null for the company's menu. */
	lines: text("lines").notNull(),
});
