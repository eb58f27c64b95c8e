import { expect, it } from "vitest";
import { Stage } from "./fakes/run.ts";

it("says how to take the database back when a migration fails", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	stage.rows("DELETE FROM d1_migrations WHERE name = '0002_audit_append_only.sql'");
	stage.faultOf = (write) => (write.startsWith("d1 migrations apply") ? "before" : null);
	expect(await stage.fail("deploy")).toMatch(/^Migrations: /);
	expect(stage.output).toContain("--bookmark=00000085-");
});

it("keeps a bookmark before it changes a database with something in it", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	expect(stage.installationFile()).toContain('"bookmarks": []');
	const [database] = stage.world.databases;
	const books = stage.databases.get(database?.uuid ?? "");
	books.exec("DROP TRIGGER audit_events_no_update; DROP TRIGGER audit_events_no_delete");
	books.exec("DELETE FROM d1_migrations WHERE name = '0002_audit_append_only.sql'");
	await stage.run("db:migrate:remote");
	expect(stage.output).toContain("npm run wrangler -- d1 time-travel restore cloudpbx --bookmark=00000085-");
	expect(stage.installationFile()).toContain('"before": "0002_audit_append_only.sql"');
});

it("names a trigger that did not arrive, and does not go on", async () => {
	const stage = new Stage({ lostTriggers: ["calls_counted_insert"] });
	const words = await stage.fail("deploy");
	expect(words).toMatch(/^Migrations: .*lacks trigger calls_counted_insert/);
	expect(stage.world.workers).toEqual({});
	expect(await stage.fail("deploy")).toMatch(/all migrations are applied.*trigger calls_counted_insert/);
});

it("refuses a database that is newer than the code", async () => {
	const stage = new Stage();
	await stage.run("deploy");
	const [database] = stage.world.databases;
	stage.databases
		.get(database?.uuid ?? "")
		.exec("INSERT INTO d1_migrations (name) VALUES ('9999_future.sql')");
	expect(await stage.fail("deploy")).toMatch(/newer than this version: it has 9999_future\.sql/);
});
