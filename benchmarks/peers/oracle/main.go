// Command oracle answers Rego programs with OPA: one JSON document a line in, one a line out.
//
// A program is {"modules": [{"name", "text", "version"}], "data": {}, "input": any, "queries": [text]};
// its answer {"errors": [...]} when it does not compile, else {"answers": [one for each query]}.
// Values are written as Rego text, so that sets stay sets.
//
// {"check": text, "name": file} is answered as "opa parse" and "opa check" would: {"v0", "v0_strict",
// "v1", "v1_strict"}, each with the tree (once for each version) and the errors.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	astjson "github.com/open-policy-agent/opa/v1/ast/json"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/topdown/print"
	"github.com/open-policy-agent/opa/v1/util"
)

type module struct {
	Name    string `json:"name"`
	Text    string `json:"text"`
	Version string `json:"version"`
}

type program struct {
	Modules []module        `json:"modules"`
	Data    json.RawMessage `json:"data"`
	Input   json.RawMessage `json:"input"`
	Queries []string        `json:"queries"`
	Strict  bool            `json:"strict_builtin_errors"`
	Check   *string         `json:"check"`
	Name    string          `json:"name"`
}

type verdict struct {
	Tree   *ast.Module `json:"tree,omitempty"`
	Errors []complaint `json:"errors"`
}

type complaint struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Row     int      `json:"row"`
	Col     int      `json:"col"`
	Details []string `json:"details,omitempty"`
}

type problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Place   string `json:"place"`
}

type row struct {
	Bindings    map[string]string `json:"bindings,omitempty"`
	Expressions []string          `json:"expressions"`
}

type answer struct {
	Rows    []row     `json:"rows"`
	Printed []string  `json:"printed,omitempty"`
	Errors  []problem `json:"errors,omitempty"`
}

type reply struct {
	Answers []answer  `json:"answers,omitempty"`
	Errors  []problem `json:"errors,omitempty"`
}

type printer struct{ lines []string }

func (p *printer) Print(_ print.Context, text string) error {
	p.lines = append(p.lines, text)
	return nil
}

var deadline = flag.Duration("deadline", 10*time.Second, "time for one query")

func main() {
	flag.Parse()
	debug.SetMaxStack(200 << 20)
	all := astjson.NodeToggle{
		Term: true, Package: true, Comment: true, Import: true, Rule: true, Head: true, Expr: true,
		SomeDecl: true, Every: true, With: true, Annotations: true, AnnotationsRef: true,
	}
	astjson.SetOptions(astjson.Options{MarshalOptions: astjson.MarshalOptions{
		IncludeLocation: all, IncludeLocationText: true, ExcludeLocationFile: false,
	}})
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) == 0 && err != nil {
			break
		}
		var p program
		var r any
		if err := json.Unmarshal(line, &p); err != nil {
			r = reply{Errors: problems(err)}
		} else if p.Check != nil {
			r = verdicts(p.Name, *p.Check)
		} else {
			r = answerTo(&p)
		}
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(r); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		out.Flush()
	}
	out.Flush()
}

func verdicts(name, text string) map[string]verdict {
	all := map[string]verdict{}
	for mode, version := range map[string]ast.RegoVersion{"v0": ast.RegoV0, "v1": ast.RegoV1} {
		tree, errors := checked(name, text, version, false)
		all[mode] = verdict{Tree: tree, Errors: errors}
		if tree != nil {
			_, errors = checked(name, text, version, true)
		}
		all[mode+"_strict"] = verdict{Errors: errors}
	}
	return all
}

// A fresh tree for each compilation: compiling changes it.
func checked(name, text string, version ast.RegoVersion, strict bool) (tree *ast.Module, found []complaint) {
	defer func() {
		if e := recover(); e != nil {
			found = []complaint{{Code: "panic", Message: fmt.Sprint(e)}}
		}
	}()
	options := ast.ParserOptions{RegoVersion: version, ProcessAnnotation: true, Capabilities: capabilities[version]}
	parsed, err := ast.ParseModuleWithOpts(name, text, options)
	if err != nil {
		return nil, complaints(err)
	}
	tree, err = ast.ParseModuleWithOpts(name, text, options)
	if err != nil {
		return nil, complaints(err)
	}
	compiler := ast.NewCompiler().
		SetErrorLimit(10).
		WithCapabilities(capabilities[version]).
		WithEnablePrintStatements(true).
		WithStrict(strict).
		WithUseTypeCheckAnnotations(true)
	compiler.Compile(map[string]*ast.Module{name: parsed})
	if compiler.Failed() {
		return tree, complaints(compiler.Errors)
	}
	return tree, []complaint{}
}

var capabilities = map[ast.RegoVersion]*ast.Capabilities{
	ast.RegoV0: ast.CapabilitiesForThisVersion(ast.CapabilitiesRegoVersion(ast.RegoV0)),
	ast.RegoV1: ast.CapabilitiesForThisVersion(ast.CapabilitiesRegoVersion(ast.RegoV1)),
}

func complaints(err error) []complaint {
	var many ast.Errors
	var one *ast.Error
	if !errors.As(err, &many) {
		if errors.As(err, &one) {
			many = ast.Errors{one}
		} else {
			return []complaint{{Code: "other", Message: strings.TrimSpace(err.Error())}}
		}
	}
	var all []complaint
	for _, e := range many {
		c := complaint{Code: e.Code, Message: e.Message}
		if e.Location != nil {
			c.Row, c.Col = e.Location.Row, e.Location.Col
		}
		if e.Details != nil {
			c.Details = e.Details.Lines()
		}
		all = append(all, c)
	}
	return all
}

func answerTo(p *program) (r reply) {
	defer func() {
		if e := recover(); e != nil {
			r = reply{Errors: []problem{{Code: "panic", Message: fmt.Sprint(e)}}}
		}
	}()
	modules := map[string]*ast.Module{}
	var failed []problem
	for _, m := range p.Modules {
		version := ast.RegoV1
		if m.Version == "v0" {
			version = ast.RegoV0
		}
		parsed, err := ast.ParseModuleWithOpts(m.Name, m.Text, ast.ParserOptions{RegoVersion: version, ProcessAnnotation: true})
		if err != nil {
			failed = append(failed, problems(err)...)
		} else {
			modules[m.Name] = parsed
		}
	}
	if len(failed) > 0 {
		return reply{Errors: failed}
	}
	compiler := ast.NewCompiler().WithEnablePrintStatements(true)
	compiler.Compile(modules)
	if compiler.Failed() {
		return reply{Errors: problems(compiler.Errors)}
	}
	data := map[string]any{}
	if len(p.Data) > 0 {
		if err := util.UnmarshalJSON(p.Data, &data); err != nil {
			return reply{Errors: problems(err)}
		}
	}
	var input ast.Value
	if len(p.Input) > 0 {
		var document any
		if err := util.UnmarshalJSON(p.Input, &document); err != nil {
			return reply{Errors: problems(err)}
		}
		value, err := ast.InterfaceToValue(document)
		if err != nil {
			return reply{Errors: problems(err)}
		}
		input = value
	}
	store := inmem.NewFromObject(data)
	for _, query := range p.Queries {
		r.Answers = append(r.Answers, ask(compiler, store, input, query, p.Strict))
	}
	return r
}

func ask(compiler *ast.Compiler, store storage.Store, input ast.Value, query string, strict bool) (a answer) {
	defer func() {
		if e := recover(); e != nil {
			a = answer{Errors: []problem{{Code: "panic", Message: fmt.Sprint(e)}}}
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), *deadline)
	defer cancel()
	hook := &printer{}
	options := []func(*rego.Rego){
		rego.Compiler(compiler),
		rego.Store(store),
		rego.Query(query),
		rego.StrictBuiltinErrors(strict),
		rego.EnablePrintStatements(true),
		rego.PrintHook(hook),
		rego.GenerateJSON(func(t *ast.Term, _ *rego.EvalContext) (any, error) { return t.String(), nil }),
	}
	if input != nil {
		options = append(options, rego.ParsedInput(input))
	}
	results, err := rego.New(options...).Eval(ctx)
	a.Rows = []row{}
	if err != nil {
		a.Errors = problems(err)
		return a
	}
	a.Printed = hook.lines
	for _, result := range results {
		one := row{Expressions: []string{}}
		for _, e := range result.Expressions {
			one.Expressions = append(one.Expressions, text(e.Value))
		}
		if len(result.Bindings) > 0 {
			one.Bindings = map[string]string{}
			for name, value := range result.Bindings {
				one.Bindings[name] = text(value)
			}
		}
		a.Rows = append(a.Rows, one)
	}
	return a
}

func text(value any) string {
	if s, ok := value.(string); ok {
		return s
	}
	return fmt.Sprint(value)
}

func problems(err error) []problem {
	var many ast.Errors
	var regoErrors rego.Errors
	var one *ast.Error
	var evaluation *topdown.Error
	switch {
	case errors.As(err, &many):
		var all []problem
		for _, e := range many {
			all = append(all, problems(e)...)
		}
		return all
	case errors.As(err, &regoErrors):
		var all []problem
		for _, e := range regoErrors {
			all = append(all, problems(e)...)
		}
		return all
	case errors.As(err, &one):
		place := ""
		if one.Location != nil {
			place = fmt.Sprintf("%s:%d:%d", one.Location.File, one.Location.Row, one.Location.Col)
		}
		return []problem{{Code: one.Code, Message: one.Message, Place: place}}
	case errors.As(err, &evaluation):
		place := ""
		if evaluation.Location != nil {
			place = fmt.Sprintf("%s:%d:%d", evaluation.Location.File, evaluation.Location.Row, evaluation.Location.Col)
		}
		return []problem{{Code: evaluation.Code, Message: evaluation.Message, Place: place}}
	default:
		return []problem{{Code: "other", Message: strings.TrimSpace(err.Error())}}
	}
}
