export type Around = <Value>(carryOut: () => Promise<Value>) => Promise<Value>;

/** These methods go through `around`; the others stay. */
export function wrapMethods<Thing extends object>(
	thing: Thing,
	methods: readonly string[],
	around: Around,
): Thing {
	return new Proxy(thing, {
		get: (target, name) => {
			const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
			if (!methods.includes(String(name))) return method;
			return (...args: unknown[]) => around(() => method.apply(target, args));
		},
	});
}

/** Each executed statement, and each batch as one, goes through `around`. */
export function wrapDatabase(database: D1Database, around: Around): D1Database {
	return new Proxy(database, {
		get: (target, name) => {
			if (name === "prepare") return (sql: string) => wrapStatement(target.prepare(sql), around);
			if (name === "batch") {
				return (statements: Wrapped[]) =>
					around(() => target.batch(statements.map((wrapped) => wrapped[inner])));
			}
			return Reflect.get(target, name);
		},
	});
}

const executing = ["run", "all", "raw", "first"];

function wrapStatement(statement: D1PreparedStatement, around: Around): Wrapped {
	return new Proxy(statement, {
		get: (target, name) => {
			if (name === inner) return target;
			if (name === "bind") return (...values: unknown[]) => wrapStatement(target.bind(...values), around);
			const method = Reflect.get(target, name) as (...options: unknown[]) => Promise<unknown>;
			if (!executing.includes(String(name))) return method;
			return (...options: unknown[]) => around(() => method.apply(target, options));
		},
	}) as Wrapped;
}

const inner = Symbol("the real statement");
type Wrapped = D1PreparedStatement & { [inner]: D1PreparedStatement };
