import type { SignIn } from "@cloudpbx/contracts/api/people";
import { accept, refuse } from "@cloudpbx/contracts/errors";
import { users } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import type { Auth } from "../../access/create-auth.ts";
import { isAdmitted } from "../../access/holder.ts";
import { hashPassword } from "../../access/password.ts";
import type { Context } from "../../context.ts";
import { describeBrowser } from "../../domain/sign-in/describe-browser.ts";
import { recordChange } from "../audit/record-change.ts";
import { type Counted, countAttempt, forgetAttempts, signInBuckets, tooManyTries } from "./count-attempt.ts";
import { recordRefusedSignIn } from "./record-sign-in.ts";

export interface SignInCaller {
	headers: Headers;
	/** Null on the own machine. */
	address: string | null;
	knownBrowser: string | null;
}

export interface SignedIn {
	cookies: string[];
	user: { id: string; name: string; email: string };
}

const stranger = { kind: "system" as const, id: null, name: "Somebody" };

/** One text for every error: it must not reveal accounts. */
const wrong = refuse("unauthenticated", "The e-mail address or the password is wrong.");

export async function signIn(
	ctx: Context,
	auth: Auth,
	{ email, password }: SignIn,
	{ headers, address, knownBrowser }: SignInCaller,
): Promise<Counted<SignedIn>> {
	const { db } = ctx;
	const buckets = signInBuckets(email, address, knownBrowser);
	const asStranger = { ...ctx, actor: stranger };
	const retryAfterSeconds = await countAttempt(ctx, buckets);
	if (retryAfterSeconds !== null) {
		await recordRefusedSignIn(asStranger, email, "sign_in.lock");
		return { ...tooManyTries, retryAfterSeconds };
	}
	const [person] = await db.select({ origin: users.origin }).from(users).where(eq(users.email, email));
	if (person && !isAdmitted(person.origin, ctx.env.ENVIRONMENT)) {
		// Takes as long as a wrong password, so that timing reveals nothing.
		await hashPassword(password);
		await recordRefusedSignIn(asStranger, email, "sign_in.fail");
		return wrong;
	}
	const session = await auth.api
		.signInEmail({ body: { email, password }, headers, returnHeaders: true })
		.catch((error: unknown) => {
			if (isRefusal(error)) return null;
			throw error;
		});
	if (session === null) {
		await recordRefusedSignIn(asStranger, email, "sign_in.fail");
		return wrong;
	}
	const { id, name } = session.response.user;
	const started = recordChange(
		{ ...ctx, actor: { kind: "user", id, name } },
		{
			action: "session.start",
			target: { kind: "user", id },
			after: { browser: describeBrowser(headers.get("user-agent")) },
		},
	);
	await forgetAttempts(ctx, buckets, started);
	return accept({ cookies: session.headers.getSetCookie(), user: { id, name, email } });
}

function isRefusal(error: unknown): boolean {
	const { statusCode } = error as { statusCode?: unknown };
	return typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
}
