//! Times regorus on one workload, with its interpreter or its register machine.
//! See ../../README.md for what is said on stdin and stdout.

use std::error::Error;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine, Value};

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// One of regorus' two evaluators, loaded with policy and data.
enum Evaluator {
    Interpreter(Box<Engine>, String),
    Machine(Box<RegoVM>),
}

impl Evaluator {
    fn load(kind: &str, folder: &Path) -> Outcome<Self> {
        let query = fs::read_to_string(folder.join("query.txt"))?.trim().to_string();
        let mut engine = Engine::new();
        let mut modules: Vec<_> = fs::read_dir(folder)?
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|e| e == "rego"))
            .collect();
        modules.sort();
        for module in modules {
            engine.add_policy(module.display().to_string(), fs::read_to_string(&module)?)?;
        }
        let data = Value::from_json_file(folder.join("data.json"))?;
        if kind == "interpreter" {
            engine.add_data(data)?;
            return Ok(Evaluator::Interpreter(Box::new(engine), query));
        }
        let policy = engine.compile_with_entrypoint(&query.as_str().into())?;
        let program = Compiler::compile_from_policy(&policy, &[query.as_str()])?;
        let mut machine = RegoVM::new_with_policy(policy);
        // The default budget of 25,000 instructions is too small for the larger workloads.
        machine.set_max_instructions(usize::MAX);
        machine.load_program(program);
        machine.set_data(data)?;
        Ok(Evaluator::Machine(Box::new(machine)))
    }

    fn evaluate(&mut self, input: &Value) -> Outcome<Value> {
        match self {
            Evaluator::Interpreter(engine, query) => {
                engine.set_input(input.clone());
                Ok(engine.eval_rule(query.clone())?)
            }
            Evaluator::Machine(machine) => {
                machine.set_input(input.clone());
                Ok(machine.execute()?)
            }
        }
    }
}

struct Workload {
    evaluator: Evaluator,
    inputs: Vec<Value>,
}

impl Workload {
    fn load(kind: &str, folder: &Path) -> Outcome<Self> {
        let evaluator = Evaluator::load(kind, folder)?;
        let inputs = Value::from_json_file(folder.join("inputs.json"))?;
        Ok(Workload { evaluator, inputs: inputs.as_array()?.iter().cloned().collect() })
    }

    fn answers(&mut self, out: &mut impl Write) -> Outcome<()> {
        for input in &self.inputs {
            match self.evaluator.evaluate(input)? {
                Value::Undefined => writeln!(out, "undefined")?,
                value => writeln!(out, "{}", value.to_json_str()?.replace('\n', ""))?,
            }
        }
        Ok(writeln!(out, "end")?)
    }

    fn run(&mut self, span: Duration, out: &mut impl Write) -> Outcome<()> {
        let start = Instant::now();
        let mut operations = 0u64;
        while start.elapsed() < span {
            for input in &self.inputs {
                std::hint::black_box(self.evaluator.evaluate(input)?);
                operations += 1;
            }
        }
        Ok(writeln!(out, "ran {operations} {}", start.elapsed().as_nanos())?)
    }
}

fn one_line(error: &dyn Error) -> String {
    error.to_string().replace('\n', " ")
}

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().collect();
    let mut out = io::BufWriter::new(io::stdout());
    let start = Instant::now();
    let mut workload = match Workload::load(&args[1], Path::new(&args[2])) {
        Ok(loaded) => loaded,
        Err(error) => {
            println!("unable {}", one_line(error.as_ref()));
            return Ok(());
        }
    };
    println!("ready {}", start.elapsed().as_nanos());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let outcome = match line.split_once(' ') {
            None if line == "answers" => workload.answers(&mut out),
            Some(("run", millis)) => workload.run(Duration::from_millis(millis.parse()?), &mut out),
            _ => Err(format!("no command {line}").into()),
        };
        if let Err(error) = outcome {
            writeln!(out, "failed {}", one_line(error.as_ref()))?;
        }
        out.flush()?;
    }
    Ok(())
}
