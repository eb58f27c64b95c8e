import { signInAttempts } from "@cloudpbx/db/schema/admin";
import { beforeEach, expect, it } from "vitest";
import { createContext } from "../../../src/context.ts";
import { countAttempt, signInBuckets } from "../../../src/operations/sign-in/count-attempt.ts";
import { db, testEnv } from "../api.ts";

const now = new Date("2026-11-22T12:00:00Z");
const victim = "vic@acme.example";
const attacker = "203.0.113.9";

const count = (email: string, address: string | null, at = now) =>
	countAttempt({ ...createContext(testEnv), now: at }, signInBuckets(email, address, null));

beforeEach(async () => {
	await db.delete(signInAttempts);
});

async function tryOften(number: number, email: string, address: string | null) {
	const answers: (number | null)[] = [];
	for (let times = 0; times < number; times += 1) answers.push(await count(email, address));
	return answers;
}

it("lets nobody be locked out everywhere by one address, however often it goes on", async () => {
	const answers = await tryOften(150, victim, attacker);
	expect(answers.slice(0, 10)).toEqual(Array(10).fill(null));
	expect(answers.slice(10)).toEqual(Array(140).fill(900));
	expect(await count(victim, "198.51.100.7")).toBeNull();
	expect(await count(victim, null)).toBeNull();
	expect(await count("other@acme.example", attacker)).toBeNull();
});

it("stores nothing for a try that it refuses", async () => {
	for (let person = 0; person < 100; person += 1) {
		expect(await count(`p${person}@acme.example`, attacker)).toBeNull();
	}
	const rows = await db.select().from(signInAttempts);
	for (let person = 100; person < 120; person += 1) {
		expect(await count(`p${person}@acme.example`, attacker)).toBe(900);
	}
	expect(await db.select().from(signInAttempts)).toEqual(rows);
});

it("stops guesses at one person from many addresses at the hundredth", async () => {
	for (let address = 0; address < 10; address += 1) {
		expect(await tryOften(10, victim, `203.0.113.${address}`)).toEqual(Array(10).fill(null));
	}
	expect(await count(victim, "198.51.100.7")).toBe(3600);
});

it("counts tries of the same moment one by one, and begins anew when the window is over", async () => {
	const answers = await Promise.all(Array.from({ length: 12 }, () => count(victim, null)));
	expect(answers.filter((wait) => wait === null)).toHaveLength(10);
	const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
	expect(await count(victim, null, later(899.5))).toBe(1);
	expect(await count(victim, null, later(900))).toBeNull();
});

it("keeps apart whatever can be put together the same way", async () => {
	const pairs = [
		[`${victim} from ${attacker}`, null],
		[victim, attacker],
		[`${victim}","${attacker}`, null],
		[victim, null],
		[victim, "null"],
	] as const;
	for (const [email, address] of pairs) {
		expect(await tryOften(10, email, address)).toEqual(Array(10).fill(null));
		expect(await count(email, address)).toBe(900);
	}
});
