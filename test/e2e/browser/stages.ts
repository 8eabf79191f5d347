import { test } from "@playwright/test";

/** What tests of a file are played on; there is none before the first of them runs. */
type Closable = { close: () => Promise<void> };

const behind = <T extends Closable>(now: () => T | undefined): T =>
  new Proxy({} as T, {
    get: (_, name) => {
      const stage = now();
      if (!stage) throw new Error("The stage is set before the tests, not while their file is read.");
      return Reflect.get(stage, name);
    },
  });

/** One stage for all tests of a file. */
export const setOnce = <T extends Closable>(set: () => Promise<T>): T => {
  let stage: T | undefined;
  test.beforeAll(async () => {
    stage = await set();
  });
  test.afterAll(() => stage?.close());
  return behind(() => stage);
};

/** A stage of its own for each test. */
export const setForEach = <T extends Closable>(set: () => Promise<T>): T => {
  let stage: T | undefined;
  test.beforeEach(async () => {
    stage = await set();
  });
  test.afterEach(() => stage?.close());
  return behind(() => stage);
};
