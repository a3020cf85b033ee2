// Times OPA on one workload. See ../README.md for what is said on stdin and stdout.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/util"
)

type workload struct {
	query  rego.PreparedEvalQuery
	inputs []ast.Value
}

func readJSON(path string, into any) error {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return util.UnmarshalJSON(bytes, into)
}

func load(folder string) (*workload, error) {
	query, err := os.ReadFile(filepath.Join(folder, "query.txt"))
	if err != nil {
		return nil, err
	}
	options := []func(*rego.Rego){rego.Query(strings.TrimSpace(string(query)))}
	modules, err := filepath.Glob(filepath.Join(folder, "*.rego"))
	if err != nil {
		return nil, err
	}
	sort.Strings(modules)
	for _, module := range modules {
		text, err := os.ReadFile(module)
		if err != nil {
			return nil, err
		}
		options = append(options, rego.Module(filepath.Base(module), string(text)))
	}
	var data map[string]any
	if err := readJSON(filepath.Join(folder, "data.json"), &data); err != nil {
		return nil, err
	}
	// The store that keeps data in the form that evaluation needs: OPA's fastest.
	store := inmem.NewFromObjectWithOpts(data, inmem.OptReturnASTValuesOnRead(true))
	options = append(options, rego.Store(store))
	prepared, err := rego.New(options...).PrepareForEval(context.Background())
	if err != nil {
		return nil, err
	}
	var inputs []any
	if err := readJSON(filepath.Join(folder, "inputs.json"), &inputs); err != nil {
		return nil, err
	}
	loaded := &workload{query: prepared}
	for _, input := range inputs {
		value, err := ast.InterfaceToValue(input)
		if err != nil {
			return nil, err
		}
		loaded.inputs = append(loaded.inputs, value)
	}
	return loaded, nil
}

func (w *workload) evaluate(i int) (rego.ResultSet, error) {
	return w.query.Eval(context.Background(), rego.EvalParsedInput(w.inputs[i%len(w.inputs)]))
}

func (w *workload) answers(out *bufio.Writer) error {
	for i := range w.inputs {
		results, err := w.evaluate(i)
		if err != nil {
			return err
		}
		if len(results) == 0 {
			fmt.Fprintln(out, "undefined")
			continue
		}
		text, err := json.Marshal(results[0].Expressions[0].Value)
		if err != nil {
			return err
		}
		fmt.Fprintln(out, string(text))
	}
	fmt.Fprintln(out, "end")
	return nil
}

func (w *workload) run(span time.Duration, out *bufio.Writer) error {
	start := time.Now()
	operations := 0
	for time.Since(start) < span {
		for round := 0; round < len(w.inputs); round++ {
			if _, err := w.evaluate(operations); err != nil {
				return err
			}
			operations++
		}
	}
	fmt.Fprintln(out, "ran", operations, time.Since(start).Nanoseconds())
	return nil
}

func serve() error {
	out := bufio.NewWriter(os.Stdout)
	start := time.Now()
	loaded, err := load(os.Args[1])
	if err != nil {
		fmt.Println("unable", strings.ReplaceAll(err.Error(), "\n", " "))
		return nil
	}
	fmt.Println("ready", time.Since(start).Nanoseconds())
	commands := bufio.NewScanner(os.Stdin)
	for commands.Scan() {
		command := strings.Fields(commands.Text())
		switch command[0] {
		case "answers":
			err = loaded.answers(out)
		case "run":
			var millis int
			if millis, err = strconv.Atoi(command[1]); err == nil {
				err = loaded.run(time.Duration(millis)*time.Millisecond, out)
			}
		}
		if err != nil {
			fmt.Fprintln(out, "failed", strings.ReplaceAll(err.Error(), "\n", " "))
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return commands.Err()
}

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
