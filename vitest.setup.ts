import fc from "fast-check";

// The same cases for everyone: a failure here is one that others can see. CONURB_SEED=random looks for new ones.
const asked = process.env.CONURB_SEED;
if (asked !== "random") fc.configureGlobal({ seed: Number(asked ?? 20_240_601) });
